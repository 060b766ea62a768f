/**
 * The security groups of custom DNS servers: of the subnets that they are in and, behind these, of their network
 * interfaces. Queries arrive where both allow them.
 */

import type { Deployment, InputRule } from '../../deployment.ts';
import { has } from '../../network/sets/interval-set.ts';
import { ipv4Of, parseAddress, parsePrefix, prefixSet } from '../../network/sets/ipv4.ts';
import type { Resource } from './arm/resource.ts';
import type { TemplateResources } from './arm/template.ts';
import { groupTiedTo, readGroup } from './azure/group.ts';
import { nameOf } from './azure/targets.ts';
import type { DescribedGroup, GroupElsewhere } from './service-description.ts';
import { groupOf } from './terraform/joins.ts';
import type { TerraformPlan } from './terraform/plan.ts';
import { groupType as plannedGroupType, readGroup as readPlannedGroup } from './terraform/rules.ts';
import { targetsOf } from './terraform/targets.ts';
import type { TerraformResource } from './terraform/values.ts';
import { field, fieldPath, get, listOf, type Path, textOf } from './unresolved.ts';

export interface ServerGroup {
  /** Of the group, for a message. */
  readonly name: string;
  /** Addresses of the servers, as the deployment has them. */
  readonly servers: readonly string[];
  /** IPv4 prefixes of the subnet, or addresses of the network interface. */
  readonly prefixes: readonly string[];
  readonly document: unknown;
  readonly rules: readonly InputRule[];
}

/** A subnet, or a network interface. */
interface Guarded {
  readonly prefixes: readonly string[];
  readonly group: () => DescribedGroup | GroupElsewhere | undefined;
}

const networkType = 'Microsoft.Network/virtualNetworks';
const interfaceType = 'Microsoft.Network/networkInterfaces';
const plannedInterfaceType = 'azurerm_network_interface';

/** Empty where the document does not hold the subnets and interfaces of the servers, or they have no group. */
export const serverGroups = (all: TemplateResources, deployment: Deployment): ServerGroup[] =>
  groupsOf(
    [
      ...all.ofType(networkType).flatMap((network) => {
        const body = network.resolved();
        const path = [...network.path, ...fieldPath(body, 'subnets')];
        return listOf(field(body, 'subnets')).map((subnet, index) =>
          guardedBy(subnet, [...path, index], all),
        );
      }),
      ...all
        .ofType(`${networkType}/subnets`)
        .map((subnet: Resource) => guardedBy(subnet.resolved(), subnet.path, all)),
      ...all.ofType(interfaceType).map(({ resolved, path }) => guardedBy(resolved(), path, all)),
    ],
    deployment,
    all.ofType('Microsoft.Network/networkSecurityGroups').map((one) => ({
      document: one.resolved(),
      name: nameOf(one),
    })),
  );

export const serverGroupsOfPlan = (plan: TerraformPlan, deployment: Deployment): ServerGroup[] =>
  groupsOf(
    [
      ...plan.ofType('azurerm_subnet').map((subnet) => ({
        prefixes: prefixesOf(subnet.values.address_prefixes),
        group: () => groupOf(subnet, plan),
      })),
      ...plan.ofType(plannedInterfaceType).map((one) => ({
        prefixes: prefixesOf(
          listOf(one.values.ip_configuration).map((part) => get(part, 'private_ip_address')),
        ),
        group: () => groupOfInterface(one, plan),
      })),
    ],
    deployment,
    plan
      .ofType('azurerm_network_security_group')
      .map(({ address, values }) => ({ document: values, name: address })),
  );

/** The one group that associations join with the interface; undefined where it is not certain. */
function groupOfInterface(one: TerraformResource, plan: TerraformPlan): DescribedGroup | undefined {
  const groups = plan
    .ofType('azurerm_network_interface_security_group_association')
    .filter((join) =>
      targetsOf(join, ['network_interface_id'], plannedInterfaceType, plan).includes(one),
    )
    .flatMap((join) => targetsOf(join, ['network_security_group_id'], plannedGroupType, plan));
  const [group] = groups;
  return group && groups.length === 1 ? readPlannedGroup(group, plan) : undefined;
}

function guardedBy(subnet: unknown, path: Path, all: TemplateResources): Guarded {
  const key = 'networkSecurityGroup';
  const reference = field(subnet, key);
  return {
    prefixes: [
      ...prefixesOf(field(subnet, 'addressPrefixes')),
      ...prefixesOf([field(subnet, 'addressPrefix')]),
      ...prefixesOf(
        listOf(field(subnet, 'ipConfigurations')).map((one) => field(one, 'privateIPAddress')),
      ),
    ],
    group: () =>
      reference === undefined || reference === null
        ? groupTiedTo(get(subnet, 'id'), all)
        : readGroup(get(reference, 'id') ?? reference, [...path, ...fieldPath(subnet, key)], all),
  };
}

const prefixesOf = (list: unknown): string[] =>
  ipv4Of(listOf(list).map(textOf)).filter((text) => parsePrefix(text).kind === 'prefix');

function groupsOf(
  subnets: readonly Guarded[],
  { locations }: Deployment,
  named: readonly { readonly document: unknown; readonly name: string }[],
): ServerGroup[] {
  const servers = [...new Set(locations.flatMap(({ dnsServers }) => dnsServers))];
  return subnets.flatMap(({ prefixes, group }) => {
    const space = prefixSet(...prefixes);
    const own = servers.filter((server) => has(space, parseAddress(server.trim()) ?? -1));
    const found = own.length === 0 ? undefined : group();
    if (!found || !('rules' in found)) return [];
    const { document, rules } = found;
    const name = named.find((one) => one.document === document)?.name ?? 'of the server';
    return [{ name, servers: own, prefixes, document, rules }];
  });
}
