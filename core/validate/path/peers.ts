/** Next hops in peered networks, and gateways that may bring a default route. */

import type { DeploymentLocation } from '../../deployment.ts';
import { isEmptyPart } from '../../network/address-part.ts';
import { isTunnel, type UserRoute } from '../../network/route.ts';
import { empty, has, type IntervalSet, subtract } from '../../network/sets/interval-set.ts';
import { ipv4Of, parseAddress, prefixSet } from '../../network/sets/ipv4.ts';
import type { InputPeering, RouteSource } from '../../peering.ts';
import type { EvaluatedFlow } from '../flows/evaluated-flow.ts';
import type { LocationContext } from '../location/location.ts';
import { connectedPeers, peerSpace } from '../location/network-space.ts';
import { isLedAround, isNear } from './near-flows.ts';

/** The peering that leads to the next hop of a route to an appliance; undefined where the input has none. */
export function peeringTo(
  { nextHop, nextHopIpAddress }: UserRoute,
  { peerings = [] }: DeploymentLocation,
): InputPeering | undefined {
  const address = parseAddress(nextHopIpAddress ?? '');
  if (nextHop === undefined || !isTunnel(nextHop) || address === undefined) return undefined;
  const all = peerings.filter((one) => has(peerSpace([one]), address));
  return all.find(({ isConnected }) => isConnected !== false) ?? all[0];
}

/** The same where nothing else leads there, and Azure reports that it is not connected. */
export function lostPeeringTo(
  route: UserRoute,
  location: DeploymentLocation,
): InputPeering | undefined {
  const peering = peeringTo(route, location);
  const address = parseAddress(route.nextHopIpAddress ?? '');
  if (peering?.isConnected !== false || address === undefined) return undefined;
  const near = prefixSet(...ipv4Of(location.virtualNetworkAddressPrefixes));
  const reached = [near, peerSpace(connectedPeers(location))];
  return reached.some((space) => has(space, address)) ? undefined : peering;
}

/** Address ranges that the network and the other one both have; Azure does not peer such networks. */
export const sharedWith = (
  peering: InputPeering,
  { virtualNetworkAddressPrefixes }: DeploymentLocation,
): IntervalSet => {
  if (peering.isPart || peering.mayBeOfOther) return empty;
  const own = prefixSet(...ipv4Of(virtualNetworkAddressPrefixes));
  return subtract(own, subtract(own, peerSpace([peering])));
};

/** What may bring a default route, unless routes of the subnet keep it out. */
export const openRouteSources = ({
  location: { routeSources = [] },
  routes,
}: Pick<LocationContext, 'location' | 'routes'>): readonly RouteSource[] =>
  routes && !routes.isDefaultOpen ? [] : routeSources;

/** True where a part of the flow, or of its replies, leaves by the default route of Azure. */
export function takesDefaultRoute(
  { remote }: Pick<EvaluatedFlow, 'remote'>,
  { routes, location }: LocationContext,
): boolean {
  if (!routes || isNear(remote) || isLedAround(remote, { location })) return false;
  return !isEmptyPart(routes.course(remote, (hop) => hop === 'SystemDefault').maybe);
}
