/** The plain-text lists: the IPv4 control plane of a region, one prefix a line, as firewalls read them. */

import { printedControlPlaneAddresses } from '../../../core/answers/control-plane.ts';
import { isEmpty, union } from '../../../core/network/sets/interval-set.ts';
import { ipv4Of, prefixSet, toPrefixes } from '../../../core/network/sets/ipv4.ts';
import { catalog } from '../../../data/index.ts';
import type { Region } from '../../../data/model.ts';

export interface AddressList {
  readonly region: Region;
  /** From the folder of the data files. */
  readonly path: string;
  /** The fewest prefixes, in order. */
  readonly prefixes: readonly string[];
}

/** The prefixes of the region's part of the tag ApiManagement, and the addresses that documents print for the region. */
function prefixesOf({ name, cloud, serviceTagSuffix }: Region): readonly string[] {
  const { apiManagementByRegion } = catalog.serviceTagExtracts[cloud];
  const listed =
    serviceTagSuffix === undefined ? [] : (apiManagementByRegion[serviceTagSuffix] ?? []);
  const printed = printedControlPlaneAddresses
    .filter(({ region, until }) => region?.name === name && until === undefined)
    .map(({ address }) => address);
  const all = union(prefixSet(...ipv4Of(listed)), prefixSet(...printed));
  return isEmpty(all) ? [] : toPrefixes(all);
}

/** Regions without a known address have no list: an empty one would close a firewall. */
export const addressLists: readonly AddressList[] = catalog.regions
  .map((region) => ({
    region,
    path: `regions/${region.name}/control-plane.txt`,
    prefixes: prefixesOf(region),
  }))
  .filter(({ prefixes }) => prefixes.length > 0);
