/**
 * Network security groups in the shapes that Azure's own tools print: Resource Manager's (REST, export, template
 * resource), `az network nsg show` and `az network nsg rule list`. Values are taken as loosely as Azure takes them.
 */

import { z } from 'zod';
import { UserInputError } from '../../knowledge/user-input-error.ts';
import type { NetworkSecurityGroup } from '../model.ts';
import { entriesOf, pointer, type RawSecurityRule } from './raw-rule.ts';
import { field, fieldPath, get } from './unresolved.ts';

export const maxRules = 1000;
export const maxPrefixes = 4000;

/** No custom rule can have these; an export may list the default rules among the others. */
const defaultPriorities = [65_000, 65_001, 65_500];

const text = z.union([z.string(), z.number().transform(String)]).nullish();
const texts = z.array(z.union([z.string(), z.number().transform(String)])).nullish();
const groups = z.array(z.unknown()).nullish();

const ruleFields = {
  protocol: text,
  sourceAddressPrefix: text,
  sourceAddressPrefixes: texts,
  sourcePortRange: text,
  sourcePortRanges: texts,
  sourceApplicationSecurityGroups: groups,
  destinationAddressPrefix: text,
  destinationAddressPrefixes: texts,
  destinationPortRange: text,
  destinationPortRanges: texts,
  destinationApplicationSecurityGroups: groups,
  access: text,
  priority: text,
  direction: text,
};
const flatRule = z.object({ name: text, ...ruleFields });
const nestedRule = z.object({ name: text, properties: z.object(ruleFields) });
const ruleShape = z.union([
  nestedRule.transform(({ name, properties }) => ({ name, ...properties })),
  flatRule,
]);
type RuleShape = z.infer<typeof flatRule>;

const ruleList = z.array(z.unknown());
const groupShape = z.union([
  z.object({
    properties: z.object({ securityRules: ruleList, defaultSecurityRules: ruleList.nullish() }),
  }),
  z.object({ securityRules: ruleList, defaultSecurityRules: ruleList.nullish() }),
  ruleList,
]);

const accepted = [
  'an array of security rules',
  'an object with securityRules (az network nsg show)',
  'an object with properties.securityRules (REST, ARM resource)',
];

/** The custom rules of a group, with the pointers to them; `path` is the pointer to the group's input object. */
export function readNetworkSecurityGroup(
  group: NetworkSecurityGroup,
  path: readonly (string | number)[],
): RawSecurityRule[] {
  const rules =
    'document' in group
      ? (group.rules ?? readDocument(group.document, [...path, 'document']))
      : group.securityRules.map((rule, index) => ({
          name: rule.name,
          priority: rule.priority,
          direction: rule.direction,
          access: rule.access,
          protocol: rule.protocol,
          source: listed(rule.sourceAddressPrefixes),
          sourcePorts: { singular: undefined, plural: rule.sourcePortRanges },
          destination: listed(rule.destinationAddressPrefixes),
          destinationPorts: { singular: undefined, plural: rule.destinationPortRanges },
          path: pointer(...path, 'securityRules', index),
          fieldsPath: pointer(...path, 'securityRules', index),
          isDefault: false,
          listsHoldTags: true,
        }));
  requireSize(rules, path);
  return rules.filter((rule) => !rule.isDefault);
}

const listed = (plural: readonly string[]) => ({
  singular: undefined,
  plural,
  applicationSecurityGroups: 0,
});

function readDocument(document: unknown, path: readonly (string | number)[]): RawSecurityRule[] {
  const group = groupShape.safeParse(document);
  if (!group.success) {
    throw new UserInputError('no security rules found in the document', {
      path,
      given: describe(document),
      accepted,
    });
  }
  const shape = group.data;
  const [lists, prefix] = Array.isArray(shape)
    ? [{ securityRules: shape, defaultSecurityRules: [] }, path]
    : 'properties' in shape
      ? [shape.properties, [...path, 'properties']]
      : [shape, path];
  const pathOf = (list: string, index: number) =>
    Array.isArray(shape) ? [...prefix, index] : [...prefix, list, index];
  return [
    ...lists.securityRules.map((rule, index) =>
      readRule(rule, pathOf('securityRules', index), false),
    ),
    ...(lists.defaultSecurityRules ?? []).map((rule, index) =>
      readRule(rule, pathOf('defaultSecurityRules', index), true),
    ),
  ];
}

/** The subnets that an exported group is attached to, and the pointer to their list from the group's document. */
export function readSubnetIds(group: NetworkSecurityGroup | undefined) {
  const document = group && 'document' in group ? group.document : undefined;
  const list = field(document, 'subnets');
  const ids = (Array.isArray(list) ? list : [])
    .map((subnet: unknown) => get(subnet, 'id'))
    .filter((id) => typeof id === 'string');
  return {
    ids: [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()],
    path: pointer(...fieldPath(document, 'subnets')),
  };
}

/** One rule in Resource Manager's shape or in that of `az`. */
export function readRule(
  json: unknown,
  path: readonly (string | number)[],
  isDefault: boolean,
): RawSecurityRule {
  const reading = ruleShape.safeParse(json);
  if (!reading.success) {
    throw new UserInputError('not a security rule', {
      path,
      given: describe(json),
      accepted: ['an object with the fields of an Azure security rule, flat or under properties'],
    });
  }
  const rule: RuleShape = reading.data;
  const priority = /^\d+$/.test(rule.priority ?? '') ? Number(rule.priority) : Number.NaN;
  return {
    name: rule.name ?? '',
    priority: Number.isNaN(priority) ? (rule.priority ?? '') : priority,
    direction: rule.direction ?? '',
    access: rule.access ?? '',
    protocol: rule.protocol ?? '',
    source: {
      singular: rule.sourceAddressPrefix || undefined,
      plural: rule.sourceAddressPrefixes ?? [],
      applicationSecurityGroups: rule.sourceApplicationSecurityGroups?.length ?? 0,
    },
    sourcePorts: {
      singular: rule.sourcePortRange || undefined,
      plural: rule.sourcePortRanges ?? [],
    },
    destination: {
      singular: rule.destinationAddressPrefix || undefined,
      plural: rule.destinationAddressPrefixes ?? [],
      applicationSecurityGroups: rule.destinationApplicationSecurityGroups?.length ?? 0,
    },
    destinationPorts: {
      singular: rule.destinationPortRange || undefined,
      plural: rule.destinationPortRanges ?? [],
    },
    path: pointer(...path),
    fieldsPath: pointer(...path, ...(isNested(json) ? ['properties'] : [])),
    isDefault: isDefault || defaultPriorities.includes(priority),
    listsHoldTags: false,
  };
}

const isNested = (json: unknown) => nestedRule.safeParse(json).success;

function requireSize(rules: readonly RawSecurityRule[], path: readonly (string | number)[]): void {
  const custom = rules.filter((rule) => !rule.isDefault);
  if (custom.length > maxRules) {
    throw new UserInputError('too many security rules', {
      path,
      given: custom.length,
      accepted: [`at most ${maxRules} rules in a network security group`],
    });
  }
  for (const side of ['source', 'destination'] as const) {
    const count = custom.reduce(
      (total, { [side]: { singular, plural } }) =>
        total + entriesOf(singular === undefined ? plural : [singular, ...plural]).length,
      0,
    );
    if (count > maxPrefixes) {
      throw new UserInputError(`too many ${side} prefixes`, {
        path,
        given: count,
        accepted: [`at most ${maxPrefixes} ${side} prefixes in a network security group`],
      });
    }
  }
}

/** What kind of value was found, never the value itself: a document may hold what its owner keeps to himself. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value !== 'object') return `a ${typeof value}`;
  const keys = Object.keys(value).slice(0, 8);
  return keys.length === 0 ? 'an empty object' : `an object with ${keys.join(', ')}`;
}
