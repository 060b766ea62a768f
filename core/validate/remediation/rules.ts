/** Converts rules of the input to rendered rules and back. */

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

const valuesOf = (ports: InputPorts): string[] => [...new Set(entriesOf(ports))];

/** Service tags in the spelling of the weekly files. */
const prefixesOf = (side: InputAddresses, tags: ServiceTagIndex) =>
  valuesOf(side).map((text) => tags.find(text)?.name ?? text);

/** The rule for rendering; undefined for expressions and application security groups, which no format supports. */
export function toGroupRule(
  raw: InputRule,
  { text, portRuleId }: Reason,
  tags: ServiceTagIndex,
): GroupRule | undefined {
  const { rule, isRefused } = ruleReader(tags)(raw);
  if (!rule || isRefused || typeof raw.priority === 'string') return undefined;
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

/** Path prefix of rules that are not in the input. */
const addedPath = '+/';
export const isAdded = ({ path }: InputRule) => path.startsWith(addedPath);

/** A new rule in the form of an input rule. */
export function toRawRule(
  rule: Omit<GroupRule, 'description' | 'portRuleId' | 'terraformName' | 'isUpdate'>,
): InputRule {
  const listed = (plural: readonly string[]) => ({ singular: undefined, plural });
  const addresses = (plural: readonly string[]) => ({
    ...listed(plural),
    applicationSecurityGroups: [],
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
 * The changes in an order in which Azure accepts them one at a time: a rule that takes another rule's priority comes
 * after that rule has moved.
 */
export function inWritingOrder(
  changes: readonly GroupRule[],
  before: readonly InputRule[],
): GroupRule[] {
  const slot = ({ direction, priority }: { direction: string; priority: unknown }) =>
    `${direction.toUpperCase()} ${priority}`;
  const slotByName = new Map(before.map((rule) => [rule.name.toLowerCase(), slot(rule)]));
  const waiting = changes.map((rule) => {
    const [from, to] = [slotByName.get(rule.name.toLowerCase()), slot(rule)];
    return { rule, from, to, isMove: from !== to };
  });
  const occupied = new Map<string | undefined, number>();
  const count = (at: string | undefined, change: number) =>
    occupied.set(at, (occupied.get(at) ?? 0) + change);
  for (const { from } of waiting) count(from, 1);
  const written: GroupRule[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex(
      ({ to, isMove }) => (occupied.get(to) ?? 0) === (isMove ? 0 : 1),
    );
    for (const { rule, from } of waiting.splice(Math.max(free, 0), 1)) {
      count(from, -1);
      written.push(rule);
    }
  }
  return written;
}
