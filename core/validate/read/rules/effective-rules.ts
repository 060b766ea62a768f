/**
 * Effective security rules, as `az network nic list-effective-nsg`, PowerShell and Network Watcher print them: one list
 * for each group that acts on a network interface. Of these only the group of the subnet acts on API Management.
 */

import type { InputRule } from '../../../deployment.ts';
import { InputError } from '../../../input-error.ts';
import { describe } from '../document-shape.ts';
import { get, isObject, keyOf, listOf, type Path } from '../unresolved.ts';
import type { RuleSide } from './input-rule.ts';
import { readRawRule } from './rule-shape.ts';

interface Association {
  readonly rules: readonly unknown[];
  readonly path: Path;
  /** Undefined where the document does not say what the group is attached to. */
  readonly kind: 'subnet' | 'networkInterface' | undefined;
  readonly id: string | undefined;
  readonly isEffective: boolean;
}

/** The groups of a document of effective rules; undefined for any other document. */
function associationsIn(document: unknown): Association[] | undefined {
  const inValue = Array.isArray(get(document, 'value'));
  const list = inValue ? get(document, 'value') : Array.isArray(document) ? document : [document];
  const at = inValue ? ['document', 'value'] : ['document'];
  const isList = inValue || Array.isArray(document);
  const items = listOf(list).map((item, index) => ({ item, path: isList ? [...at, index] : at }));
  const effective = items.flatMap(({ item, path }): Association[] => {
    const rules = get(item, 'effectiveSecurityRules');
    return Array.isArray(rules)
      ? [
          {
            ...attachment(item),
            rules,
            path: [...path, 'effectiveSecurityRules'],
            isEffective: true,
          },
        ]
      : [];
  });
  if (effective.length > 0) return effective;
  const interfaces = get(document, 'networkInterfaces');
  const watched = listOf(interfaces).flatMap((one, index): Association[] => {
    const subnet = get(get(one, 'securityRuleAssociations'), 'subnetAssociation');
    const rules = get(subnet, 'securityRules');
    const path = ['document', 'networkInterfaces', index, 'securityRuleAssociations'];
    return Array.isArray(rules)
      ? [
          {
            rules,
            path: [...path, 'subnetAssociation', 'securityRules'],
            kind: 'subnet',
            id: keyOf(get(subnet, 'id')),
            isEffective: false,
          },
        ]
      : [];
  });
  if (watched.length > 0) return watched;
  if (items.length === 0 || !items.every(({ item }) => isEffectiveRule(item))) return undefined;
  const rules = items.map(({ item }) => item);
  return [{ rules, path: at, kind: undefined, id: undefined, isEffective: true }];
}

const isEffectiveRule = (rule: unknown): boolean =>
  isObject(rule) &&
  (get(rule, 'expandedSourceAddressPrefix') !== undefined ||
    get(rule, 'expandedDestinationAddressPrefix') !== undefined ||
    origin.test(keyOf(get(rule, 'name')) ?? ''));

function attachment(item: unknown): Pick<Association, 'kind' | 'id'> {
  const association = get(item, 'association');
  for (const kind of ['subnet', 'networkInterface'] as const) {
    const id = keyOf(get(get(association, kind), 'id'));
    if (id !== undefined) return { kind, id };
  }
  return { kind: undefined, id: undefined };
}

/** The rules of the subnet's group; undefined where the document is not one of effective rules. */
export function readEffectiveRules(
  document: unknown,
  subnetId: string | undefined,
): InputRule[] | undefined {
  const all = associationsIn(document);
  if (!all) return undefined;
  const possible = all.filter(({ kind }) => kind !== 'networkInterface');
  const named = possible.filter(({ id }) => id !== undefined && id === subnetId?.toLowerCase());
  // Each network interface of a subnet repeats the group of the subnet.
  const distinct = [
    ...new Map(
      (named.length > 0 ? named : possible).map((one, index) => [one.id ?? index, one]),
    ).values(),
  ];
  const [group] = distinct;
  if (!group || distinct.length > 1) {
    throw new InputError(
      group
        ? 'it is not known which of these groups is that of the subnet'
        : 'no group of a subnet is among the effective rules, and one of a network interface does not act on API Management',
      {
        path: ['document'],
        given: all
          .map(({ id }) => id ?? 'a group without an association')
          .slice(0, 5)
          .join(', '),
        expected: [
          'one group whose association is the subnet, or one group and the id of the subnet',
        ],
      },
    );
  }
  return group.isEffective
    ? readEffectiveList(group.rules, group.path)
    : group.rules.map((rule, index) => readRawRule(rule, () => [...group.path, index], false));
}

/** One list of effective rules; `path` leads to it. */
export const readEffectiveList = (rules: readonly unknown[], path: Path): InputRule[] =>
  rules.map((rule, index) => readEffectiveRule(rule, [...path, index]));

/** What the name of an effective rule says of its origin. */
const origin = /^(?:(defaultsecurityrules\/|defaultrule_)|securityrules\/|userrule_)/i;

function readEffectiveRule(json: unknown, path: Path): InputRule {
  if (!isObject(json)) {
    throw new InputError('not a security rule', {
      path,
      given: describe(json),
      expected: ['an object with the fields of an effective security rule'],
    });
  }
  const name = get(json, 'name');
  const match = typeof name === 'string' ? origin.exec(name) : null;
  const protocol = get(json, 'protocol');
  const rule = readRawRule(
    {
      ...Object.fromEntries(
        ['priority', 'direction', 'access'].map((key) => [key, get(json, key)]),
      ),
      name: match && typeof name === 'string' ? name.slice(match[0].length) : name,
      protocol: keyOf(protocol) === 'all' ? '*' : protocol,
      ...Object.fromEntries(
        (['source', 'destination'] as const).flatMap((side) => [
          [`${side}AddressPrefix`, prefixesOf(json, side)],
          [`${side}PortRange`, stated(json, `${side}PortRange`)],
        ]),
      ),
    },
    () => path,
    match?.[1] !== undefined,
  );
  return rule;
}

/** The list, which has every value, or else the one value. */
function stated(rule: object, field: string): unknown {
  const list = get(rule, `${field}${field.endsWith('Prefix') ? 'es' : 's'}`);
  return Array.isArray(list) && list.length > 0 ? list : get(rule, field);
}

/** As they are stated; what Azure expanded them to where nothing else is left, as for application security groups. */
function prefixesOf(rule: object, side: RuleSide): unknown {
  const prefixes = stated(rule, `${side}AddressPrefix`);
  if (prefixes !== undefined && prefixes !== null && prefixes !== '') return prefixes;
  const expanded = get(
    rule,
    `expanded${side === 'source' ? 'Source' : 'Destination'}AddressPrefix`,
  );
  return Array.isArray(expanded) && expanded.length > 0 ? expanded : undefined;
}
