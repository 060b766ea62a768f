/** What each route of a subnet takes of the packets that leave it, and where it sends them. */

import { type AddressPart, type Coverage, partOf } from '../../network/address-part.ts';
import { type Action, pass, stop } from '../../network/compare/filter-element.ts';
import { containsFarAddress } from '../../network/compare/packet-filter.ts';
import { hostSide } from '../../network/host-side.ts';
import { isNowhere, type UserRoute } from '../../network/route.ts';
import { through } from '../../network/routing.ts';
import type { Tag } from '../../network/service-tags/service-tags.ts';
import {
  covers,
  type IntervalSet,
  intersect,
  isEmpty,
  subtract,
  union,
} from '../../network/sets/interval-set.ts';
import { everyAddress, privateAddresses } from '../../network/sets/ipv4.ts';
import type { Side } from '../../network/side.ts';
import { describeRoute } from '../checks/kit/tunnel.ts';
import type { LocationContext } from '../location/location.ts';
import type { LocationRoutes } from '../location/location-routes.ts';
import { nearPrefixes, peerSpace } from '../location/network-space.ts';
import { platformAddresses } from '../own-flows/platform-addresses.ts';
import { targetOf } from '../path/next-hop.ts';
import { firewallId, onTo } from './elements.ts';
import { learnedTakings, takingOfTag } from './learned-takings.ts';
import { outboundRuleOf, type Taking } from './taking.ts';

/** `ledPast` are tags that a default route of a gateway does not take; see tagsLedPast. */
export function takingsOf(
  context: LocationContext,
  routes: LocationRoutes,
  ledPast: readonly Tag[],
): readonly Taking[] {
  const { network } = context;
  const side = hostSide(everyAddress, { ...network, assume: () => {} });
  const prefixes = nearPrefixes(context);
  const own = union(...prefixes);
  const peers = side.cover({ kind: 'tag', tag: tagOf(context, 'VirtualNetwork') });
  const everywhere = partOf(everyAddress);
  return [
    { rule: outboundRuleOf(''), far: certain(platformAddresses), action: pass },
    ...unreadRoutes(routes),
    ...inOrderOfPrefix(routes.routing.routes).flatMap((route) =>
      nearTaking(route, own, prefixes, context, routes),
    ),
    ...openPeers(context, own),
    {
      rule: outboundRuleOf(''),
      // Blocked peers are not in VirtualNetwork, and Azure has routes to them, too.
      far: {
        sure: partOf(union(peers.sure.line, own)),
        maybe: partOf(union(peers.maybe.line, own)),
      },
      action: pass,
      doubt: {
        key: containsFarAddress('VirtualNetwork'),
        words: containsFarAddress('VirtualNetwork'),
      },
    },
    ...farTakings(context, routes, side),
    ...ledPast.map((tag) => takingOfTag(tag, side)),
    ...learnedTakings(context),
    { rule: outboundRuleOf(''), far: { sure: everywhere, maybe: everywhere }, action: pass },
    {
      rule: { ...outboundRuleOf(''), direction: 'INBOUND' },
      far: { sure: everywhere, maybe: everywhere },
      action: pass,
    },
  ];
}

const certain = (line: IntervalSet): Coverage => ({ sure: partOf(line), maybe: partOf(line) });

const tagOf = ({ tags }: LocationContext, name: string) => {
  const tag = tags.find(name);
  if (!tag) throw new Error(`${name} is a tag of every cloud`);
  return tag;
};

/** The longest prefix wins, and one that may be any length is perhaps the longest. */
const inOrderOfPrefix = (routes: readonly UserRoute[]) =>
  routes.toSorted(
    (a, b) =>
      (b.prefixLength ?? 33) - (a.prefixLength ?? 33) ||
      Number(b.isConditional) - Number(a.isConditional),
  );

/** Azure has routes to a peer whose state the input does not say, if it is connected. */
const openPeers = ({ location }: LocationContext, own: IntervalSet): readonly Taking[] =>
  (location.peerings ?? [])
    .filter(({ isConnected }) => isConnected === undefined)
    .map((peering): Taking => {
      const words = `whether the peering ${peering.name} is ${peering.mayBeOfOther ? 'of this network' : 'connected'}`;
      const far = { sure: partOf([]), maybe: partOf(subtract(peerSpace([peering]), own)) };
      return { rule: outboundRuleOf(''), far, action: pass, doubt: { key: words, words } };
    })
    .filter(({ far }) => !isEmpty(far.maybe.line));

function unreadRoutes({ unread }: LocationRoutes): readonly Taking[] {
  if (unread.length === 0) return [];
  const words = 'a route that cannot be read';
  const written = unread.map(({ addressPrefix, nextHopType, nextHopIpAddress, isConditional }) =>
    JSON.stringify([addressPrefix, nextHopType, nextHopIpAddress, isConditional]),
  );
  const key = `${words}: ${written.toSorted()}`;
  return [
    {
      rule: outboundRuleOf(words),
      far: { sure: partOf([]), maybe: partOf(everyAddress) },
      action: { kind: 'BEYOND', key, words },
      doubt: { key, words },
    },
  ];
}

function actionOf(route: UserRoute, { deployment, location }: LocationContext): Action {
  const { nextHop, nextHopIpAddress: address = '' } = route;
  if (nextHop === undefined) {
    const words = `the next hop of ${describeRoute(route)}`;
    return { kind: 'BEYOND', key: `${words} ${route.openNextHop}`, words };
  }
  if (isNowhere(nextHop)) return stop;
  const target = targetOf(route, deployment, location);
  if (!target) return pass;
  if (target.isLost) return stop;
  if (target.firewall) return onTo(firewallId(target.firewall));
  const what =
    nextHop === 'VirtualAppliance'
      ? `what the appliance at ${address || 'an unknown address'} lets pass`
      : 'what is behind the gateway';
  const isNamed = (deployment.firewalls ?? []).length > 0 && nextHop === 'VirtualAppliance';
  const words = isNamed ? `${what} (${target.reason})` : what;
  return { kind: 'BEYOND', key: `${nextHop} ${address}`, words };
}

/**
 * What a route takes of the network and its peers. Azure's own routes there have longer prefixes than a default route, and
 * come before learned ones. A route of the owner wins for certain where its prefix lies within one of the network's own;
 * elsewhere a peer may have a longer one.
 */
function nearTaking(
  route: UserRoute,
  own: IntervalSet,
  prefixes: readonly IntervalSet[],
  context: LocationContext,
  { routing }: LocationRoutes,
): readonly Taking[] {
  const action = actionOf(route, context);
  const { destination, addressPrefix, isLearned = false } = route;
  const isFirm = route.prefixLength !== undefined && !route.isConditional;
  if ((action.kind === 'PASS' && isFirm) || destination.kind === 'tag') return [];
  const near = union(own, privateAddresses);
  const prefix = destination.kind === 'addresses' ? destination.addresses : near;
  const firm = routing.effective.find((one) => one.route === route)?.addresses;
  const met = intersect(firm ?? prefix, near);
  const isWithin = !isLearned && prefixes.some((one) => covers(one, prefix));
  const isOfPeers = !covers(prefix, privateAddresses);
  const sure = isWithin && firm ? intersect(met, own) : [];
  const maybe = union(
    sure,
    firm || isLearned ? [] : intersect(met, own),
    isOfPeers || !firm ? subtract(met, own) : [],
  );
  if (isEmpty(maybe)) return [];
  const words = `whether ${describeRoute(route)} takes the far address`;
  // Of several routes with one prefix each may be the one that exists.
  const key = `near ${addressPrefix} ${route.isConditional ? `perhaps to ${hopOf(route)}` : ''}`;
  return [
    {
      rule: outboundRuleOf(route.name, route.path),
      far: { sure: partOf(sure), maybe: partOf(maybe) },
      action,
      doubt: { key, words },
    },
  ];
}

const hopText = (nextHop: string | undefined, address: string | undefined) =>
  `${nextHop} ${address}`;
const hopOf = ({ nextHop, openNextHop, nextHopIpAddress }: UserRoute) =>
  hopText(nextHop ?? openNextHop, nextHopIpAddress);

/** What routes take elsewhere, those with one next hop together. */
function farTakings(
  context: LocationContext,
  { routing }: LocationRoutes,
  side: Side,
): readonly Taking[] {
  const left = new Map(routing.effective.map(({ route, addresses }) => [route, addresses]));
  const table = JSON.stringify(
    routing.routes
      .map((route) => [route.addressPrefix, hopOf(route), route.isConditional].join(' '))
      .toSorted(),
  );
  const coverOf = (route: UserRoute): AddressPart => {
    const addresses = left.get(route);
    return addresses ? partOf(addresses) : side.cover(route.destination).maybe;
  };
  return [...Map.groupBy(routing.routes, hopOf).values()].flatMap((alike): Taking[] => {
    const [first] = alike as [UserRoute, ...UserRoute[]];
    const action = actionOf(first, context);
    if (action.kind === 'PASS') return [];
    const hop = hopOf(first);
    const { sure, maybe } =
      first.nextHop === undefined
        ? openCourse(alike, coverOf)
        : through(routing, side, (nextHop, address) => hopText(nextHop, address) === hop);
    return alike.flatMap((route) => {
      const { line } = coverOf(route);
      const far = {
        sure: partOf(intersect(sure.line, line)),
        maybe: partOf(intersect(maybe.line, line)),
      };
      if (isEmpty(far.maybe.line)) return [];
      const own = actionOf(route, context);
      const words =
        route.nextHop === undefined && own.kind === 'BEYOND'
          ? own.words
          : `whether ${describeRoute(route)} takes the far address`;
      const rule = outboundRuleOf(route.name, route.path);
      return [{ rule, far, action: own, doubt: { key: `${hop} in ${table}`, words } }];
    });
  });
}

/** Where a next hop is open, the routes may take what they name. */
const openCourse = (
  routes: readonly UserRoute[],
  coverOf: (route: UserRoute) => AddressPart,
): Coverage => ({
  sure: partOf([]),
  maybe: partOf(union(...routes.map((route) => coverOf(route).line))),
});
