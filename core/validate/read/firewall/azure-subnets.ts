/** The subnets of an Azure Firewall of a template or an export: their prefixes, and whether their routes lead on. */

import type { TemplateResources } from '../arm/template.ts';
import { readAzureRoutes, tableType } from '../azure/routes.ts';
import { follow } from '../azure/targets.ts';
import { parseResourceId } from '../resource-id.ts';
import { field, get, keyOf, listOf, Unresolved } from '../unresolved.ts';
import { leadOn } from './own-routes.ts';

const networkType = 'microsoft.network/virtualnetworks';

/** Prefixes of the subnets that its address configurations name. */
export const prefixesOf = (subnets: readonly unknown[]): string[] =>
  subnets.flatMap((subnet) =>
    [field(subnet, 'addressPrefix'), ...listOf(field(subnet, 'addressPrefixes'))].filter(
      (prefix) => typeof prefix === 'string',
    ),
  );

/** The bodies of the subnets that its address configurations name. */
export function subnetsOf(body: unknown, all: TemplateResources): readonly unknown[] {
  return listOf(field(body, 'ipConfigurations')).flatMap((one) => {
    const key = keyOf(get(field(one, 'subnet'), 'id')) ?? '';
    const id = parseResourceId(key);
    if (id?.type !== `${networkType}/subnets`) return [];
    const network = follow(
      new Unresolved(key.slice(0, key.lastIndexOf('/subnets/')), key),
      networkType,
      all,
    );
    const inline = listOf(field(network?.resolved(), 'subnets')).filter(
      (subnet) => keyOf(get(subnet, 'name')) === id.names[1],
    );
    return [...inline, ...all.named(key).map((subnet) => subnet.resolved())];
  });
}

/** An address configuration for management is there for forced tunnelling; else the subnet's route table says it. */
export function hasRoutesOn(
  body: unknown,
  subnets: readonly unknown[],
  all: TemplateResources,
): boolean {
  if (field(body, 'managementIpConfiguration')) return true;
  return subnets.some((subnet) => {
    const id = get(field(subnet, 'routeTable'), 'id');
    if (id === undefined || id === null || id === '') return false;
    const table = follow(id, tableType, all);
    return table === undefined || leadOn(readAzureRoutes(table, all));
  });
}
