/** The subnet that a service names, and its network, among the resources of a template or an export. */

import type { Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { parseResourceId } from '../resource-id.ts';
import {
  field,
  fieldPath,
  get,
  keyOf,
  listOf,
  type Path,
  textOf,
  Unresolved,
} from '../unresolved.ts';
import { latestOf, waitsFor } from './latest.ts';
import { follow, noteCondition } from './targets.ts';

const networkType = 'microsoft.network/virtualnetworks';
const subnetType = `${networkType}/subnets`;

export interface SubnetBody {
  readonly body: unknown;
  readonly path: Path;
  /** Set where the subnet is a resource of its own. */
  readonly resource?: Resource;
}

/** The description of a subnet that holds: its own resource, which is put after the network, or the one in that. */
export function findSubnet(
  reference: unknown,
  all: TemplateResources,
): { readonly network: Resource | undefined; readonly subnet: SubnetBody | undefined } {
  const key = keyOf(reference) ?? '';
  const id = parseResourceId(key);
  if (id?.type !== subnetType) return { network: undefined, subnet: undefined };
  const networkKey = key.slice(0, key.lastIndexOf('/subnets/'));
  const network = follow(new Unresolved(networkKey, textOf(reference)), networkType, all);
  const alone = all.named(key);
  for (const one of alone) noteCondition(one, all);
  const own = latestOf(alone, all);
  const isReplaced = own && network && waitsFor(network, own, all);
  if (own && !isReplaced) {
    return { network, subnet: subnetOf(own) };
  }
  const body = network?.resolved();
  const listPath = network ? [...network.path, ...fieldPath(body, 'subnets')] : [];
  const inline = listOf(field(body, 'subnets'))
    .map((subnet, index): SubnetBody => ({ body: subnet, path: [...listPath, index] }))
    .filter(({ body: subnet }) => keyOf(get(subnet, 'name')) === id.names[1]);
  return {
    network,
    subnet: inline.at(-1) ?? (own && subnetOf(own)),
  };
}

const subnetOf = (resource: Resource): SubnetBody => ({
  body: resource.resolved(),
  path: resource.path,
  resource,
});
