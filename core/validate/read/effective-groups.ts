/** The groups that act on network interfaces, as tools print them with their effective rules, as resources of their subnets. */

import type { RawResource } from './document-shape.ts';
import { get, isObject, listOf, type Path } from './unresolved.ts';

const type = 'Microsoft.Network/networkSecurityGroups';

/** True for one entry of effective rules, and for what Network Watcher prints. */
export const hasEffectiveRules = (value: unknown): boolean =>
  Array.isArray(get(value, 'effectiveSecurityRules')) ||
  (Array.isArray(get(value, 'networkInterfaces')) && watchedIn(value, []).length > 0);

/** A group for each subnet; groups of network interfaces do not act on API Management and are left out. */
export function groupsOf(value: unknown, path: Path): RawResource[] {
  if (!Array.isArray(get(value, 'effectiveSecurityRules'))) return watchedIn(value, path);
  const group = get(value, 'networkSecurityGroup');
  const subnet = get(get(value, 'association'), 'subnet');
  if (!isObject(subnet)) return [];
  const id = get(group, 'id');
  const raw = {
    type,
    name: typeof id === 'string' ? id.split('/').at(-1) : 'group',
    ...(typeof id === 'string' && { id }),
    effectiveSecurityRules: get(value, 'effectiveSecurityRules'),
    subnets: [subnet],
  };
  return [{ raw, path }];
}

function watchedIn(value: unknown, path: Path): RawResource[] {
  return listOf(get(value, 'networkInterfaces')).flatMap((one, index): RawResource[] => {
    const subnet = get(get(one, 'securityRuleAssociations'), 'subnetAssociation');
    const securityRules = get(subnet, 'securityRules');
    if (!Array.isArray(securityRules)) return [];
    const raw = { type, name: 'group', securityRules, subnets: [{ id: get(subnet, 'id') }] };
    const keys = ['securityRuleAssociations', 'subnetAssociation'];
    return [{ raw, path: [...path, 'networkInterfaces', index, ...keys] }];
  });
}
