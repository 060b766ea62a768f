/** What routes do to outbound packets: drop them, or send them through a firewall or a gateway. */

import { isEmptyPart, subtractParts } from '../../network/address-part.ts';
import type { AddressTerm } from '../../network/address-term.ts';
import { hostSide } from '../../network/host-side.ts';
import { isNowhere, isTunnel, type UserRoute } from '../../network/route.ts';
import {
  covers,
  type IntervalSet,
  intersect,
  isEmpty,
  overlaps,
  subtract,
  union,
} from '../../network/sets/interval-set.ts';
import { everyAddress, hostAddress, privateAddresses } from '../../network/sets/ipv4.ts';
import type { LocationContext } from '../location/location.ts';
import type { FarEnd, LocationRoutes } from '../location/location-routes.ts';
import { nearPrefixes, peerSpace } from '../location/network-space.ts';

/** A part of a far end that some routes take, certainly or perhaps. */
export interface Taken {
  readonly routes: readonly UserRoute[];
  readonly isCertain: boolean;
  readonly isDropped: boolean;
  /** Empty where only the name of a service tag is known. */
  readonly addresses: IntervalSet;
}

/** Tags whose addresses are known without a weekly file. */
const inRange: ReadonlySet<string> = new Set(['Internet', 'VirtualNetwork', 'AzureLoadBalancer']);
const host = [hostAddress, hostAddress];

/** Empty where the subnet has no route table, or none of its routes takes a part. */
export function routedElsewhere(
  terms: readonly AddressTerm[],
  context: LocationContext,
): readonly Taken[] {
  const { location, routes, network } = context;
  if (!routes) return [];
  const side = hostSide(everyAddress, { ...network, assume: () => {} });
  const tags = terms.flatMap((term) =>
    term.kind === 'tag' && !inRange.has(term.tag.name) && !term.tag.addresses ? [term.tag] : [],
  );
  // Routes do not move traffic to the host.
  const known = subtract(
    union(
      ...terms
        .filter((term) => term.kind !== 'tag' || !tags.includes(term.tag))
        .map((term) => side.cover(term).sure.line),
    ),
    host,
  );
  const prefixes = nearPrefixes(context);
  const own = { prefixes, all: union(...prefixes) };
  const near = intersect(known, union(own.all, privateAddresses));
  const open = peerSpace(
    (location.peerings ?? []).filter(({ isConnected }) => isConnected === undefined),
  );
  const hasPeers = terms.some((term) => term.kind === 'tag' && term.tag.name === 'VirtualNetwork');
  return [
    ...nearTaken(near, own, routes),
    ...(hasPeers
      ? nearTaken(subtract(privateAddresses, union(near, own.all)), own, routes, isOfPeers)
      : []),
    ...farTaken({ line: subtract(known, union(near, open)) }, routes),
    // Azure has routes there if the peer is connected.
    ...farTaken({ line: subtract(intersect(known, open), near) }, routes).map((taken) => ({
      ...taken,
      isCertain: false,
    })),
    ...tags.flatMap((tag) => farTaken([tag], routes)),
  ];
}

const ways = [
  { isWanted: isNowhere, isDropped: true },
  { isWanted: isTunnel, isDropped: false },
] as const;

function farTaken(remote: FarEnd, routes: LocationRoutes): readonly Taken[] {
  if ('line' in remote && isEmpty(remote.line)) return [];
  return ways.flatMap(({ isWanted, isDropped }) => {
    const { sure, maybe, takers } = routes.course(remote, isWanted);
    const certain = { part: sure, routes: takers(), isCertain: true };
    const rest = subtractParts(maybe, sure);
    // Without a route that leads there, the next hop of one is not known.
    const possible = takers().length > 0 ? takers() : isDropped ? openIn(routes) : [];
    return [certain, { part: rest, routes: possible, isCertain: false }].flatMap(
      ({ part, ...taken }) =>
        isEmptyPart(part) || taken.routes.length === 0
          ? []
          : [{ ...taken, isDropped, addresses: part.line }],
    );
  });
}

const openIn = ({ routing }: LocationRoutes) =>
  routing.routes.filter(({ nextHop }) => nextHop === undefined);

interface OwnSpace {
  /** Azure has a route for each. */
  readonly prefixes: readonly IntervalSet[];
  readonly all: IntervalSet;
}

/** Peers and networks behind gateways have routes with prefixes of their own, longer than that of a default route. */
const isOfPeers = (prefix: IntervalSet) => !covers(prefix, privateAddresses);

/**
 * Azure's own routes to the network and its peers have longer prefixes than a default route, and come before learned ones.
 * A route of the owner wins for certain where its prefix lies within one of the network's own; elsewhere a peer may have a
 * longer one.
 */
function nearTaken(
  near: IntervalSet,
  own: OwnSpace,
  routes: LocationRoutes,
  mayTake: (prefix: IntervalSet) => boolean = () => true,
): readonly Taken[] {
  const { effective, routes: all } = routes.routing;
  const firm = new Map(effective.map(({ route, addresses }) => [route, addresses]));
  return ways.flatMap(({ isWanted, isDropped }) =>
    all.flatMap((route): Taken[] => {
      const { nextHop, destination, isLearned = false } = route;
      const isThisWay = nextHop === undefined ? isDropped : isWanted(nextHop);
      if (!isThisWay || destination.kind === 'tag') return [];
      const prefix = destination.kind === 'addresses' ? destination.addresses : near;
      if (!mayTake(prefix)) return [];
      const isWithin = !isLearned && own.prefixes.some((one) => covers(one, prefix));
      const met = intersect(firm.get(route) ?? prefix, near);
      const mayTakeOwn = isWithin || !(firm.has(route) || isLearned);
      const addresses = mayTakeOwn ? met : subtract(met, own.all);
      if (isEmpty(addresses)) return [];
      const isRivaled = all.some((other) => other !== route && mayBeat(other, route, addresses));
      const isCertain = isWithin && firm.has(route) && nextHop !== undefined && !isRivaled;
      return [{ routes: [route], isCertain, isDropped, addresses }];
    }),
  );
}

/** True for a route that may exist, or may have a longer prefix, where the other one takes the addresses. */
function mayBeat(rival: UserRoute, { prefixLength = 0 }: UserRoute, taken: IntervalSet): boolean {
  const { destination, isConditional } = rival;
  if (!isConditional && rival.prefixLength !== undefined) return false;
  if (destination.kind !== 'addresses') return destination.kind === 'unresolved';
  return (rival.prefixLength ?? 32) >= prefixLength && overlaps(destination.addresses, taken);
}
