/**
 * Security rules as Azure Resource Manager wants them: values in its spelling, singular and plural fields, its limits.
 */

import type { Direction, Protocol } from '../../data/model.ts';

/** A concrete network security rule; field names and values follow Azure Resource Manager. */
export interface RenderedRule {
  readonly name: string;
  readonly priority: number;
  readonly direction: Direction;
  readonly access: 'ALLOW' | 'DENY';
  readonly protocol: Protocol;
  readonly sourceAddressPrefixes: readonly string[];
  readonly sourcePortRanges: readonly string[];
  readonly destinationAddressPrefixes: readonly string[];
  readonly destinationPortRanges: readonly string[];
  readonly description: string;
  readonly portRuleId?: string;
}

/** A rule of a network security group: also one that its owner wrote, for traffic that no document asks for. */
export interface GroupRule extends Omit<RenderedRule, 'protocol'> {
  readonly protocol: Protocol | 'ICMP' | 'ESP' | 'AH';
  /** Set where the group has a rule of this name, which this one replaces. */
  readonly isUpdate?: true;
  /** Name of the Terraform resource that the rule is. */
  readonly terraformName?: string;
}

/** The rules of one location, which has a network security group of its own. */
export interface RuleGroup {
  /** Programmatic name of the location's region. */
  readonly region: string;
  /** Set where the input leaves the region to the deployment; the region then has no name to write. */
  readonly isRegionOpen?: true;
  readonly rules: readonly GroupRule[];
  /**
   * Set where the network security group is there already and holds other rules. Bicep and ARM JSON then declare
   * each rule as a child resource, because a declared group replaces every rule of its namesake.
   */
  readonly isExisting?: true;
  /** Set where there is no network security group yet, so that the formats that add to one create it first. */
  readonly isNew?: true;
  /** Name of the network security group, where known. */
  readonly name?: string;
  /** Its resource group, where known. */
  readonly resourceGroup?: string;
  /** Set where Terraform has the rules as blocks within the group, which must not be mixed with rules as resources. */
  readonly hasInlineRules?: true;
}

/** A security rule with the values spelled as in a template. */
export interface ArmRule
  extends Omit<GroupRule, 'direction' | 'access' | 'protocol' | 'description'> {
  readonly direction: 'Inbound' | 'Outbound';
  readonly access: 'Allow' | 'Deny';
  readonly protocol: 'Tcp' | 'Udp' | 'Icmp' | 'Esp' | 'Ah' | '*';
  /** One line of at most 140 characters. */
  readonly description: string;
}

const directionSpelling = { INBOUND: 'Inbound', OUTBOUND: 'Outbound' } as const;
const accessSpelling = { ALLOW: 'Allow', DENY: 'Deny' } as const;
const protocolSpelling = {
  TCP: 'Tcp',
  UDP: 'Udp',
  ICMP: 'Icmp',
  ESP: 'Esp',
  AH: 'Ah',
  ANY: '*',
} as const;

const maxDescriptionLength = 140;

/** Text on one line: control characters and runs of white space become one space. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** The text on one line, cut to what Resource Manager takes for a description, at a word where there is one. */
export function shortDescription(text: string): string {
  const line = oneLine(text);
  if (line.length <= maxDescriptionLength) return line;
  const cut = line.slice(0, maxDescriptionLength - 3).replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/[\s,;:.]+\S{0,30}$/, '')}...`;
}

/** `*` together with other values says no more than `*` alone, and Resource Manager refuses it there. */
function values(rule: GroupRule, side: string, list: readonly string[]): readonly string[] {
  if (list.length === 0) throw new Error(`security rule "${rule.name}" has no ${side}`);
  return list.includes('*') ? ['*'] : list;
}

const addressOrPrefix = /^(?=.*[.:])(?=.*\d|::)[\da-f.:/-]+$/i;

function prefixes(rule: GroupRule, side: string, list: readonly string[]): readonly string[] {
  const prefixes = values(rule, side, list);
  const tag = prefixes.find((prefix) => !addressOrPrefix.test(prefix));
  if (prefixes.length > 1 && tag !== undefined) {
    throw new Error(
      `security rule "${rule.name}": the ${side} cannot have a tag (${tag}) and more`,
    );
  }
  return prefixes;
}

/** The rule in Resource Manager's spelling; throws where no single rule can say it. */
export function toArmRule(rule: GroupRule): ArmRule {
  return {
    ...rule,
    direction: directionSpelling[rule.direction],
    access: accessSpelling[rule.access],
    protocol: protocolSpelling[rule.protocol],
    sourceAddressPrefixes: prefixes(rule, 'source prefixes', rule.sourceAddressPrefixes),
    sourcePortRanges: values(rule, 'source ports', rule.sourcePortRanges),
    destinationAddressPrefixes: prefixes(
      rule,
      'destination prefixes',
      rule.destinationAddressPrefixes,
    ),
    destinationPortRanges: values(rule, 'destination ports', rule.destinationPortRanges),
    description: shortDescription(rule.description),
  };
}

export type ArmValue = string | number | readonly string[];

/** One value goes into the singular field; the plural one takes several, but no service tag. */
function field(singular: string, plural: string, list: readonly string[]): [string, ArmValue] {
  const [first, ...others] = list;
  return first !== undefined && others.length === 0 ? [singular, first] : [plural, list];
}

/** The rule's `properties` in template order. */
export function armProperties(rule: ArmRule): readonly (readonly [string, ArmValue])[] {
  return [
    ...(rule.description === '' ? [] : [['description', rule.description] as const]),
    ['priority', rule.priority],
    ['direction', rule.direction],
    ['access', rule.access],
    ['protocol', rule.protocol],
    field('sourceAddressPrefix', 'sourceAddressPrefixes', rule.sourceAddressPrefixes),
    field('sourcePortRange', 'sourcePortRanges', rule.sourcePortRanges),
    field(
      'destinationAddressPrefix',
      'destinationAddressPrefixes',
      rule.destinationAddressPrefixes,
    ),
    field('destinationPortRange', 'destinationPortRanges', rule.destinationPortRanges),
  ];
}
