/** Rules of a larger document, in which a whole list, a field, or the rule itself may be left open. */

import type { InputRule } from '../../../deployment.ts';
import { InputError } from '../../../input-error.ts';
import { pointer } from '../../../json-pointer.ts';
import { isSame } from '../arm/values.ts';
import { describe } from '../document-shape.ts';
import { field, get, isObject, listOf, type Path, Unresolved } from '../unresolved.ts';
import { readRawRule } from './rule-shape.ts';

const sides = [
  ['sourceAddressPrefix', 'sourceAddressPrefixes'],
  ['sourcePortRange', 'sourcePortRanges'],
  ['destinationAddressPrefix', 'destinationAddressPrefixes'],
  ['destinationPortRange', 'destinationPortRanges'],
] as const;
const groups = ['sourceApplicationSecurityGroups', 'destinationApplicationSecurityGroups'];

/** A rule about which nothing is known but that it may be there; `at` is the pointer to it. */
export function openRule(text: string, at: string): InputRule {
  const open = { singular: text, plural: [], applicationSecurityGroups: [] };
  return {
    name: text,
    description: undefined,
    priority: text,
    direction: text,
    access: text,
    protocol: text,
    source: open,
    sourcePorts: open,
    destination: open,
    destinationPorts: open,
    path: at,
    fieldsPath: at,
    isDefault: false,
    listsHoldTags: false,
  };
}

/** The rule; where `condition` is open, what it does is open, too. */
export function readListedRule(
  value: unknown,
  path: Path,
  condition: string | undefined = undefined,
): InputRule {
  if (value instanceof Unresolved) return openRule(value.text, pointer(...path));
  const properties = get(value, 'properties');
  if (properties instanceof Unresolved) return openRule(properties.text, pointer(...path));
  const rule = readRawRule(plain(withOpenSides(value)), () => path, false);
  return condition === undefined
    ? rule
    : { ...rule, access: condition, writtenAccess: rule.access };
}

/** All rules of a list; a list that is open becomes one rule about which nothing is known. */
export function readListedRules(list: unknown, path: Path): InputRule[] {
  if (list instanceof Unresolved) return [openRule(list.text, pointer(...path))];
  if (!Array.isArray(list ?? [])) {
    throw new InputError('not a list of security rules', {
      path,
      given: describe(list),
      expected: ['an array of security rules'],
    });
  }
  return listOf(list)
    .map((rule, index) => readListedRule(rule, [...path, index]))
    .filter((rule) => !rule.isDefault);
}

/** Both lists; a rule in its group that is also a resource of its own counts once. */
export function withoutRepeats(
  rules: readonly InputRule[],
  more: readonly InputRule[],
): InputRule[] {
  const content = (rule: InputRule) => {
    const { path, fieldsPath, isBlock, terraformName, description, ...values } = rule;
    return values;
  };
  const byName = Map.groupBy(rules, ({ name }) => name.toLowerCase());
  return [
    ...rules,
    ...more.filter(
      (rule) =>
        !byName
          .get(rule.name.toLowerCase())
          ?.some((other) => isSame(content(other), content(rule))),
    ),
  ];
}

/** Of a value and a list for the same thing at most one is used; where one is open, so is the whole. */
function withOpenSides(rule: unknown): unknown {
  const fields = isObject(get(rule, 'properties')) ? get(rule, 'properties') : rule;
  if (!isObject(fields)) return rule;
  const changed = { ...fields };
  for (const [singular, plural] of sides) {
    const [value, list] = [field(rule, singular), field(rule, plural)];
    if (list instanceof Unresolved) {
      changed[singular] = null;
      changed[plural] = [list];
    } else if (value instanceof Unresolved) {
      changed[plural] = [];
    }
  }
  for (const key of groups) {
    if (changed[key] instanceof Unresolved) changed[key] = [changed[key]];
  }
  return fields === rule ? changed : { ...(rule as object), properties: changed };
}

/** JSON again: open values as their texts. */
function plain(value: unknown): unknown {
  if (value instanceof Unresolved) return value.text;
  if (Array.isArray(value)) return value.map(plain);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
    : value;
}
