/** The address space of a location's virtual network, with its peers. */

import { requireSpacePrefix } from '../../answers/deployment-mistakes.ts';
import type { DeploymentLocation } from '../../deployment.ts';
import { type IntervalSet, subtract, union } from '../../network/sets/interval-set.ts';
import { ipv4Of, prefixSet } from '../../network/sets/ipv4.ts';
import type { KnownNetwork } from '../../network/side.ts';
import type { InputPeering } from '../../peering.ts';

/** Those for whose networks Azure has routes. */
export const connectedPeers = ({ peerings = [] }: DeploymentLocation): readonly InputPeering[] =>
  peerings.filter(({ isConnected }) => isConnected === true);

export const peerSpace = (peerings: readonly InputPeering[]): IntervalSet =>
  prefixSet(...peerings.flatMap(({ addressPrefixes }) => addressPrefixes));

/** Azure has a route for each: those of the subnet, of the network, and of connected peers. */
export const nearPrefixes = ({
  location,
  network,
}: {
  readonly location: DeploymentLocation;
  readonly network: KnownNetwork;
}): readonly IntervalSet[] => [
  network.subnet ?? [],
  ...ipv4Of(location.virtualNetworkAddressPrefixes).map((text) => prefixSet(text)),
  ...connectedPeers(location).flatMap(({ addressPrefixes }) =>
    addressPrefixes.map((text) => prefixSet(text)),
  ),
];

/** Throws InputError for a prefix that is none; `keys` lead to the location in the input. */
export function networkSpace(
  location: DeploymentLocation,
  keys: readonly (string | number)[],
): Pick<KnownNetwork, 'virtualNetwork' | 'strangers'> {
  const { virtualNetworkAddressPrefixes: prefixes, peerings = [] } = location;
  prefixes.forEach((text, index) => {
    requireSpacePrefix(text, [...keys, 'virtualNetworkAddressPrefixes', index]);
  });
  const known = ipv4Of(prefixes);
  if (known.length === 0) return { virtualNetwork: undefined };
  const members = connectedPeers(location).filter(({ allowsAccess }) => allowsAccess === true);
  const virtualNetwork = union(prefixSet(...known), peerSpace(members));
  const blocked = peerings.filter(({ allowsAccess }) => allowsAccess === false);
  // What is behind a gateway is in VirtualNetwork, too, whichever way else leads there.
  const hasGateway = (location.routeSources ?? []).length > 0;
  return {
    virtualNetwork,
    ...(blocked.length > 0 &&
      !hasGateway && { strangers: subtract(peerSpace(blocked), virtualNetwork) }),
  };
}
