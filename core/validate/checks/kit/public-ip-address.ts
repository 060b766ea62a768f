/**
 * What the checks on the public IP address of a location share: the prerequisites in force, and the addresses given.
 */

import { catalog } from '../../../../data/index.ts';
import type { IsoDate, NetworkFact } from '../../../../data/model.ts';
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

export interface GivenAddress {
  readonly address: PublicIpAddress;
  readonly path: string;
}

/** The address given to an instance that takes one, and where; undefined for the v2 tiers and on stv1. */
export function givenAddress({
  deployment: { tier, platform },
  location: { publicIpAddress: address },
  path,
}: LocationContext): GivenAddress | undefined {
  const { tiers, platforms } = prerequisite('public-ip-standard-ipv4');
  return address && tiers.includes(tier) && platforms.includes(platform)
    ? { address, path: `${path}/publicIpAddress` }
    : undefined;
}

/** An address as the documents want it, for examples. */
export const goodAddress: PublicIpAddress = {
  region: 'westeurope',
  sku: 'Standard',
  allocationMethod: 'Static',
  version: 'IPv4',
  dnsLabel: 'contoso',
};
