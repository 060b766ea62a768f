/** The name and resource group of the network security group, and whether its Terraform rules are inline. */

import { isExpression } from '../../network/address-term.ts';
import type { RuleGroup } from '../../render/rendered-rule.ts';
import type { LocationContext } from '../location/location.ts';
import { get } from '../read/unresolved.ts';

type Names = Pick<RuleGroup, 'name' | 'resourceGroup' | 'hasInlineRules'>;

export function groupNames({ location, inputRules }: LocationContext): Names {
  const { networkSecurityGroup: group } = location;
  if (!group || !('document' in group)) return {};
  // In a list of rules, the ids contain the group's names.
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
    ...(inputRules[0] && inputRules.every(({ isBlock }) => isBlock) && { hasInlineRules: true }),
  };
}

/** A text that is not an expression. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && !isExpression(value) ? value : undefined;
}
