/** What an input says of the network security group itself: its names, and how its Terraform has the rules. */

import { isExpression } from '../../network/address-term.ts';
import type { RuleGroup } from '../../render/rendered-rule.ts';
import type { LocationContext } from '../location/location.ts';
import { get } from '../read/unresolved.ts';

type Names = Pick<RuleGroup, 'name' | 'resourceGroup' | 'hasInlineRules'>;

export function groupNames({ location, givenRules }: LocationContext): Names {
  const { networkSecurityGroup: group } = location;
  if (!group || !('document' in group)) return {};
  // A list of rules says the group's names in the ids of the rules.
  const document = Array.isArray(group.document) ? undefined : group.document;
  const id = textOf(get(document ?? get(group.document, 0), 'id')) ?? '';
  const name = textOf(get(document, 'name')) ?? /\/networkSecurityGroups\/([^/]+)/i.exec(id)?.[1];
  const resourceGroup =
    textOf(get(document, 'resourceGroup')) ??
    textOf(get(document, 'resource_group_name')) ??
    /\/resourceGroups\/([^/]+)/i.exec(id)?.[1];
  return {
    ...(name !== undefined && { name }),
    ...(resourceGroup !== undefined && { resourceGroup }),
    ...(givenRules[0] && givenRules.every(({ isBlock }) => isBlock) && { hasInlineRules: true }),
  };
}

/** A text that is no expression. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && !isExpression(value) ? value : undefined;
}
