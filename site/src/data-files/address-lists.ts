/** The plain-text lists: the IPv4 control plane of a region, one prefix a line, as firewalls read them. */

import {
  type PrintedControlPlaneAddress,
  printedControlPlaneAddresses,
} from '../../../core/answers/control-plane.ts';
import { isEmpty, union } from '../../../core/network/sets/interval-set.ts';
import { ipv4Of, prefixSet, toPrefixes } from '../../../core/network/sets/ipv4.ts';
import { catalog } from '../../../data/index.ts';
import type { Region } from '../../../data/model.ts';

const addressesOf = (printed: readonly PrintedControlPlaneAddress[]) =>
  prefixSet(...printed.map(({ address }) => address));

export interface AddressList {
  readonly region: Region;
  /** From the folder of the data files. */
  readonly path: string;
  /** The fewest prefixes, in order. */
  readonly prefixes: readonly string[];
}

/**
 * The prefixes of the region's part of the tag ApiManagement, and the addresses that documents print for the region and
 * for its whole cloud. None where nothing is known of the region itself.
 */
function prefixesOf({ name, cloud, serviceTagSuffix }: Region): readonly string[] {
  const { apiManagementByRegion } = catalog.serviceTagExtracts[cloud];
  const listed =
    serviceTagSuffix === undefined ? [] : (apiManagementByRegion[serviceTagSuffix] ?? []);
  const printed = printedControlPlaneAddresses.filter(({ until }) => until === undefined);
  const ofRegion = addressesOf(printed.filter(({ region }) => region?.name === name));
  const ofCloud = addressesOf(
    printed.filter((one) => one.scope === 'CLOUD' && one.cloud === cloud),
  );
  const own = union(prefixSet(...ipv4Of(listed)), ofRegion);
  return isEmpty(own) ? [] : toPrefixes(union(own, ofCloud));
}

/** Regions without a known address have no list: an empty one would close a firewall. */
export const addressLists: readonly AddressList[] = catalog.regions
  .map((region) => ({
    region,
    path: `regions/${region.name}/control-plane.txt`,
    prefixes: prefixesOf(region),
  }))
  .filter(({ prefixes }) => prefixes.length > 0);
