/** The rules of a network security group as it is given, rule by rule or as a document, and how many there may be. */

import { UserInputError } from '../../../input-error.ts';
import type { NetworkSecurityGroup } from '../../report.ts';
import { field, fieldPath, get, type Path } from '../unresolved.ts';
import { readGroupDocument } from './group-document.ts';
import { described, entriesOf, pointer, type RawSecurityRule } from './raw-rule.ts';

export const maxRules = 1000;
export const maxPrefixes = 4000;

/**
 * The custom rules of a group, with the pointers to them; `path` leads to the group's input object. The id of the
 * subnet tells which of several groups in a document is meant.
 */
export function readNetworkSecurityGroup(
  group: NetworkSecurityGroup,
  path: Path,
  subnetId?: string,
): RawSecurityRule[] {
  const rules =
    'document' in group
      ? (group.rules ?? readGroupDocument(group.document, [...path, 'document'], subnetId))
      : group.securityRules.map((rule, index) => ({
          name: rule.name,
          description: described(rule.description),
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
  const custom = rules.filter((rule) => !rule.isDefault);
  requireSize(custom, path);
  return custom;
}

const listed = (plural: readonly string[]) => ({
  singular: undefined,
  plural,
  applicationSecurityGroups: 0,
});

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

function requireSize(custom: readonly RawSecurityRule[], path: Path): void {
  if (custom.length > maxRules) {
    throw new UserInputError('too many security rules', {
      path,
      given: custom.length,
      accepted: [`at most ${maxRules} rules in a network security group`],
    });
  }
  for (const side of ['source', 'destination'] as const) {
    const count = custom.reduce((total, rule) => total + entriesOf(rule[side]).length, 0);
    if (count > maxPrefixes) {
      throw new UserInputError(`too many ${side} prefixes`, {
        path,
        given: count,
        accepted: [`at most ${maxPrefixes} ${side} prefixes in a network security group`],
      });
    }
  }
}
