/** Rules as they were given and rules as they are written out, one turned into the other. */

import type { InputAddresses, InputPorts, InputRule } from '../../deployment.ts';
import type { ServiceTagIndex } from '../../network/service-tags/service-tags.ts';
import { type GroupRule, shortDescription } from '../../render/rendered-rule.ts';
import { entriesOf } from '../read/rules/input-rule.ts';
import { ruleReader } from '../read/rules/security-rule.ts';

/** Why a rule was changed or added. */
export interface Reason {
  readonly text: string;
  readonly portRuleId?: string;
}

const valuesOf = (given: InputPorts): string[] => [...new Set(entriesOf(given))];

/** Service tags in the spelling of the weekly files, whatever spelling Azure takes besides. */
const prefixesOf = (side: InputAddresses, tags: ServiceTagIndex) =>
  valuesOf(side).map((text) => tags.find(text)?.name ?? text);

/** The rule for the formats; undefined for what they have no words for: open values and application security groups. */
export function toGroupRule(
  raw: InputRule,
  { text, portRuleId }: Reason,
  tags: ServiceTagIndex,
): GroupRule | undefined {
  const { rule } = ruleReader(tags)(raw);
  if (!rule || typeof raw.priority === 'string') return undefined;
  const { direction, access, protocol, sourcePorts, destinationPorts } = rule;
  const isOpen = [...rule.source, ...rule.destination].some(
    ({ kind }) => kind === 'unresolved' || kind === 'application-security-group',
  );
  if (isOpen || !direction || !access || !protocol || !sourcePorts || !destinationPorts) {
    return undefined;
  }
  return {
    name: raw.name,
    priority: raw.priority,
    direction,
    access,
    protocol,
    sourceAddressPrefixes: prefixesOf(raw.source, tags),
    sourcePortRanges: valuesOf(raw.sourcePorts),
    destinationAddressPrefixes: prefixesOf(raw.destination, tags),
    destinationPortRanges: valuesOf(raw.destinationPorts),
    description: shortDescription(raw.description ?? text),
    ...(portRuleId !== undefined && { portRuleId }),
    ...(raw.terraformName !== undefined && { terraformName: raw.terraformName }),
  };
}

/** The places of rules that are no part of the input. */
const addedPath = '+/';
export const isAdded = ({ path }: InputRule) => path.startsWith(addedPath);

/** A new rule as if it had been given. */
export function toRawRule(
  rule: Omit<GroupRule, 'description' | 'portRuleId' | 'terraformName' | 'isUpdate'>,
): InputRule {
  const listed = (plural: readonly string[]) => ({ singular: undefined, plural });
  const addresses = (plural: readonly string[]) => ({
    ...listed(plural),
    applicationSecurityGroups: 0,
  });
  return {
    name: rule.name,
    description: undefined,
    priority: rule.priority,
    direction: rule.direction,
    access: rule.access,
    protocol: rule.protocol,
    source: addresses(rule.sourceAddressPrefixes),
    sourcePorts: listed(rule.sourcePortRanges),
    destination: addresses(rule.destinationAddressPrefixes),
    destinationPorts: listed(rule.destinationPortRanges),
    path: `${addedPath}${rule.name}`,
    fieldsPath: `${addedPath}${rule.name}`,
    isDefault: false,
    listsHoldTags: true,
  };
}

/**
 * The changes in an order in which Azure takes them one at a time: a rule that goes where another one stands waits
 * until that one has moved.
 */
export function inWritingOrder(
  changes: readonly GroupRule[],
  before: readonly InputRule[],
): GroupRule[] {
  const place = ({ direction, priority }: { direction: string; priority: unknown }) =>
    `${direction.toUpperCase()} ${priority}`;
  const placeByName = new Map(before.map((rule) => [rule.name.toLowerCase(), place(rule)]));
  const waiting = changes.map((rule) => {
    const [from, to] = [placeByName.get(rule.name.toLowerCase()), place(rule)];
    return { rule, from, to, isMove: from !== to };
  });
  const standing = new Map<string | undefined, number>();
  const count = (at: string | undefined, change: number) =>
    standing.set(at, (standing.get(at) ?? 0) + change);
  for (const { from } of waiting) count(from, 1);
  const written: GroupRule[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex(
      ({ to, isMove }) => (standing.get(to) ?? 0) === (isMove ? 0 : 1),
    );
    for (const { rule, from } of waiting.splice(Math.max(free, 0), 1)) {
      count(from, -1);
      written.push(rule);
    }
  }
  return written;
}
