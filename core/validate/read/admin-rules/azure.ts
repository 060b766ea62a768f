/** The security admin rules that a template or an export has for a virtual network. */

import type { AdminRule } from '../../../deployment.ts';
import type { Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { eachOnce, follow } from '../azure/targets.ts';
import { parseResourceId } from '../resource-id.ts';
import { field, get, keyOf, listOf } from '../unresolved.ts';
import { maybeNone, notDeployed, notMember, readAdminRule } from './admin-rule.ts';

const serviceType = 'microsoft.apimanagement/service';
const managerType = 'microsoft.network/networkmanagers';
const collectionType = `${managerType}/securityadminconfigurations/rulecollections`;
const memberType = `${managerType}/networkgroups/staticmembers`;
const networkType = 'microsoft.network/virtualnetworks';

export function adminRulesOf(network: Resource, all: TemplateResources): AdminRule[] {
  const rules = eachOnce(all.ofType(`${collectionType}/rules`), all);
  if (rules.length === 0) return [];
  const ofWhich = hasSeveralNetworks(all)
    ? ['the input does not say for which network it is effective']
    : [];
  return rules.map((rule) =>
    readAdminRule(rule.resolved(), rule.path, [
      ...(all.openCondition(rule) === undefined ? [] : [maybeNone]),
      ...(isEffective(rule) ? ofWhich : [membershipDoubt(rule, network, all), notDeployed]),
    ]),
  );
}

/** True where instances are in several virtual networks. */
function hasSeveralNetworks(all: TemplateResources): boolean {
  const networks = all.ofType(serviceType).flatMap(({ resolved }) =>
    [resolved(), ...listOf(field(resolved(), 'additionalLocations'))].flatMap((location) => {
      const subnet = get(field(location, 'virtualNetworkConfiguration'), 'subnetResourceId');
      return keyOf(subnet)?.split('/subnets/')[0] ?? [];
    }),
  );
  return new Set(networks).size > 1;
}

/** What Azure lists as effective applies to one network, which it does not name. */
const isEffective = ({ resolved }: Resource): boolean =>
  ['ruleCollectionAppliesToGroups', 'ruleGroups'].some((key) => get(resolved(), key) !== undefined);

/** Empty where a static member of a group of the rule's collection is the network. */
function membershipDoubt({ id }: Resource, network: Resource, all: TemplateResources): string {
  const collections = all
    .ofType(collectionType)
    .filter((one) => one.id.names.join('/') === id.names.slice(0, 3).join('/'));
  const groups = collections
    .flatMap(({ resolved }) => listOf(field(resolved(), 'appliesToGroups')))
    .map((one) => parseResourceId(keyOf(get(one, 'networkGroupId')) ?? '')?.names.join('/') ?? '');
  const isMember = all
    .ofType(memberType)
    .some(
      (member) =>
        groups.includes(member.id.names.slice(0, 2).join('/')) &&
        follow(field(member.resolved(), 'resourceId'), networkType, all) === network,
    );
  return isMember ? '' : notMember(groups[0]?.split('/').at(-1) || 'of the rule');
}
