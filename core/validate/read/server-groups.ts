/** The security groups of subnets in which custom DNS servers are: they decide whether queries arrive. */

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
import { field, fieldPath, get, listOf, type Path, textOf } from './unresolved.ts';

export interface ServerGroup {
  /** Of the group, for a message. */
  readonly name: string;
  /** Addresses of the servers, as the deployment has them. */
  readonly servers: readonly string[];
  /** IPv4 prefixes of the subnet. */
  readonly prefixes: readonly string[];
  readonly document: unknown;
  readonly rules: readonly InputRule[];
}

interface OtherSubnet {
  readonly prefixes: readonly string[];
  readonly group: () => DescribedGroup | GroupElsewhere | undefined;
}

const networkType = 'Microsoft.Network/virtualNetworks';

/** Empty where the document does not hold the subnets of the servers, or they have no group. */
export const serverGroups = (all: TemplateResources, deployment: Deployment): ServerGroup[] =>
  groupsOf(
    [
      ...all.ofType(networkType).flatMap((network) => {
        const body = network.resolved();
        const path = [...network.path, ...fieldPath(body, 'subnets')];
        return listOf(field(body, 'subnets')).map((subnet, index) =>
          subnetOf(subnet, [...path, index], all),
        );
      }),
      ...all
        .ofType(`${networkType}/subnets`)
        .map((subnet: Resource) => subnetOf(subnet.resolved(), subnet.path, all)),
    ],
    deployment,
    all.ofType('Microsoft.Network/networkSecurityGroups').map((one) => ({
      document: one.resolved(),
      name: nameOf(one),
    })),
  );

export const serverGroupsOfPlan = (plan: TerraformPlan, deployment: Deployment): ServerGroup[] =>
  groupsOf(
    plan.ofType('azurerm_subnet').map((subnet) => ({
      prefixes: prefixesOf(subnet.values.address_prefixes),
      group: () => groupOf(subnet, plan),
    })),
    deployment,
    plan
      .ofType('azurerm_network_security_group')
      .map(({ address, values }) => ({ document: values, name: address })),
  );

function subnetOf(subnet: unknown, path: Path, all: TemplateResources): OtherSubnet {
  const key = 'networkSecurityGroup';
  const reference = field(subnet, key);
  return {
    prefixes: [
      ...prefixesOf(field(subnet, 'addressPrefixes')),
      ...prefixesOf([field(subnet, 'addressPrefix')]),
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
  subnets: readonly OtherSubnet[],
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
    const name = named.find((one) => one.document === document)?.name ?? 'of its subnet';
    return [{ name, servers: own, prefixes, document, rules }];
  });
}
