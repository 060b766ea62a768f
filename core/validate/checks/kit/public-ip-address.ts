/**
 * Shared by the checks on public IP addresses: the prerequisites in force, and the address of a location.
 */

import { catalog } from '../../../../data/index.ts';
import type { IsoDate, NetworkFact } from '../../../../data/model.ts';
import { unknownRegionName } from '../../../answers/unknown-region.ts';
import type { PublicIpAddress } from '../../../deployment.ts';
import { editionOf } from '../../location/edition.ts';
import type { LocationContext } from '../../location/location.ts';

export function prerequisite(id: string): NetworkFact {
  const fact = catalog.prerequisites.find((one) => one.id === id);
  if (!fact) throw new Error(`the catalog has no prerequisite ${id}`);
  return fact;
}

/** The first of these prerequisites that the documents state for the deployment's tier and edition. */
export function statedPrerequisite(
  ids: readonly string[],
  location: LocationContext,
): NetworkFact | undefined {
  const { deployment } = location;
  const edition = editionOf(deployment, [location]);
  return ids
    .map(prerequisite)
    .find((fact) => fact.tiers.includes(deployment.tier) && isStatedIn(fact, edition));
}

const isStatedIn = ({ since, until }: NetworkFact, edition: IsoDate) =>
  (since === undefined || since <= edition) && (until === undefined || edition <= until);

export interface LocatedAddress {
  readonly address: PublicIpAddress;
  readonly path: string;
}

/** The public IP address of a location and its path; undefined for the v2 tiers and on stv1, which use none. */
export function publicIpOf({
  deployment: { tier, platform },
  location: { publicIpAddress: address },
  path,
}: LocationContext): LocatedAddress | undefined {
  const { tiers, platforms } = prerequisite('public-ip-standard-ipv4');
  return address && tiers.includes(tier) && platforms.includes(platform)
    ? { address: withoutUnknown(address), path: `${path}/publicIpAddress` }
    : undefined;
}

const mayBeUnknown = ['region', 'sku', 'allocationMethod', 'version'];

/** Without the fields that say that they are not known. */
const withoutUnknown = (address: PublicIpAddress): PublicIpAddress =>
  Object.fromEntries(
    Object.entries(address).filter(
      ([key, value]) => !(mayBeUnknown.includes(key) && isUnknownText(value)),
    ),
  );

const isUnknownText = (value: unknown) =>
  typeof value === 'string' && value.toLowerCase() === unknownRegionName;

/** An address that meets the documents, for examples. */
export const goodAddress: PublicIpAddress = {
  region: 'westeurope',
  sku: 'Standard',
  allocationMethod: 'Static',
  version: 'IPv4',
  dnsLabel: 'contoso',
};
