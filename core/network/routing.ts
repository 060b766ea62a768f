/**
 * Which next hop the traffic of a subnet takes.
 *
 * The longest prefix wins, a user-defined route before one of Azure (data/routing/route-selection.ts). Prefixes of
 * routes are compared exactly. Those of a service tag are known as a set, if at all, so a tag wins for certain only
 * against prefixes wider than any of its own, and loses for certain only against single addresses. What could go
 * either way is in `maybe` and not in `sure`, as with security rules.
 */

import {
  type AddressPart,
  type Coverage,
  isEmptyPart,
  nothing,
  subtractParts,
  unionOfParts,
} from './address-part.ts';
import type { AddressTerm } from './address-term.ts';
import { isTunnel, type NextHop, type UserRoute } from './route.ts';
import type { Tag } from './service-tags/service-tags.ts';
import {
  empty,
  type IntervalSet,
  intersect,
  overlaps,
  size,
  subtract,
  union,
} from './sets/interval-set.ts';
import { everyAddress, publicAddresses } from './sets/ipv4.ts';
import { coverAll, largestTag, type Side } from './side.ts';

/** A service endpoint of the subnet: routes to a service's addresses in the region, perhaps to others of it. */
export interface EndpointRoute {
  readonly inRegion: Tag;
  readonly anywhere: Tag;
}

/** A route of addresses, without those that longer prefixes take. */
export interface EffectiveRoute {
  readonly route: UserRoute;
  readonly addresses: IntervalSet;
}

export interface Routing {
  readonly routes: readonly UserRoute[];
  readonly effective: readonly EffectiveRoute[];
  /** Tags that routes name; they decide into which parts a far end is divided. */
  readonly tags: readonly Tag[];
  readonly pieces: readonly Piece[];
}

/** How wide the prefixes of a piece are: wider than any tag's, single addresses, or neither. */
type Width = 'wide' | 'address' | 'between';

/** Addresses with one next hop. */
interface Piece {
  readonly nextHop: NextHop | undefined;
  readonly nextHopIpAddress?: string | undefined;
  readonly sure: readonly AddressTerm[];
  readonly maybe: readonly AddressTerm[];
  /** Absent for a service tag. Pieces with a width that are certain do not overlap. */
  readonly width?: Width;
  readonly tag?: Tag;
  readonly isCertain: boolean;
}

/** No prefix of a service tag is shorter. */
const shortestOfTags = 32 - Math.log2(largestTag);
const widthOf = (length: number): Width =>
  length < shortestOfTags ? 'wide' : length === 32 ? 'address' : 'between';

const addressTerm = (addresses: IntervalSet): AddressTerm => ({ kind: 'addresses', addresses });

export function routingOf(
  routes: readonly UserRoute[],
  endpoints: readonly EndpointRoute[] = [],
): Routing {
  const effective = effectiveRoutes(routes);
  const taken = union(...effective.map(({ addresses }) => addresses));
  const pieces: Piece[] = [
    {
      nextHop: 'SystemDefault',
      ...certainly(addressTerm(subtract(everyAddress, taken))),
      width: 'wide',
      isCertain: true,
    },
    ...[...Map.groupBy(effective, pieceKey).values()].map((group): Piece => {
      const { route } = group[0] as EffectiveRoute;
      return {
        ...hopOf(route),
        ...certainly(addressTerm(union(...group.map(({ addresses }) => addresses)))),
        width: widthOf(route.prefixLength ?? 0),
        isCertain: true,
      };
    }),
    ...routes
      .filter((route) => !isFirm(route))
      .map(
        (route): Piece => ({
          ...hopOf(route),
          ...certainly(route.destination),
          ...(route.destination.kind === 'tag' && { tag: route.destination.tag }),
          isCertain: route.destination.kind === 'tag' && !route.isConditional,
        }),
      ),
    ...endpoints.map(
      ({ inRegion, anywhere }): Piece => ({
        nextHop: 'ServiceEndpoint',
        sure: [{ kind: 'tag', tag: inRegion }],
        maybe: [{ kind: 'tag', tag: anywhere }],
        isCertain: true,
      }),
    ),
  ];
  const named = [...routes.map(({ destination }) => destination), ...pieces.flatMap((p) => p.sure)];
  return {
    routes,
    effective,
    tags: [...new Set(named.flatMap((term) => (term.kind === 'tag' ? [term.tag] : [])))],
    pieces,
  };
}

const certainly = (term: AddressTerm) => ({ sure: [term], maybe: [term] });
const hopOf = ({ nextHop, nextHopIpAddress }: UserRoute) => ({ nextHop, nextHopIpAddress });
const pieceKey = ({ route }: EffectiveRoute) =>
  `${route.nextHop} ${route.nextHopIpAddress} ${widthOf(route.prefixLength ?? 0)}`;

/** A route with a known prefix that certainly exists. */
const isFirm = ({ prefixLength, isConditional }: UserRoute) =>
  prefixLength !== undefined && !isConditional;

/** Prefixes of one length are equal or disjoint, so only the first of equal ones counts. */
function effectiveRoutes(routes: readonly UserRoute[]): EffectiveRoute[] {
  const ofLength = Map.groupBy(routes.filter(isFirm), ({ prefixLength }) => prefixLength ?? 0);
  let taken: IntervalSet = empty;
  return [...ofLength]
    .sort(([a], [b]) => b - a)
    .flatMap(([, alike]) => {
      const first = new Map(alike.toReversed().map((route) => [prefixOf(route)[0], route]));
      const effective = alike.map((route) => ({
        route,
        addresses:
          first.get(prefixOf(route)[0]) === route ? subtract(prefixOf(route), taken) : empty,
      }));
      taken = union(taken, ...alike.map(prefixOf));
      return effective;
    });
}

const prefixOf = ({ destination }: UserRoute): IntervalSet =>
  destination.kind === 'addresses' ? destination.addresses : empty;

/** Whether a next hop is one of those meant; `address` is that of an appliance. */
export type IsWanted = (hop: NextHop, address: string | undefined) => boolean;

/** The part of a far end that leaves by the wanted next hops. */
export function through({ pieces }: Routing, side: Side, isWanted: IsWanted): Coverage {
  const covered = pieces.map((piece) => ({
    piece,
    sure: piece.isCertain ? coverAll(side, piece.sure).sure : nothing,
    maybe: coverAll(side, piece.maybe).maybe,
  }));
  const certain = (isMeant: IsWanted): AddressPart => {
    const isOne = ({ nextHop, nextHopIpAddress }: Piece) =>
      nextHop !== undefined && isMeant(nextHop, nextHopIpAddress);
    let part = nothing;
    for (const { piece, sure } of covered) {
      if (!isOne(piece) || isEmptyPart(sure)) continue;
      let rest = sure;
      for (const rival of covered) {
        if (isOne(rival.piece) || beats(piece, rival.piece)) continue;
        rest = subtractParts(rest, rival.maybe);
      }
      part = unionOfParts(part, rest);
    }
    return part;
  };
  return {
    sure: certain(isWanted),
    maybe: subtractParts(
      side.all,
      certain((hop, address) => !isWanted(hop, address)),
    ),
  };
}

/** True if `piece` certainly takes what both contain. */
function beats(piece: Piece, rival: Piece): boolean {
  if (rival.width !== undefined) return piece.width !== undefined || rival.width === 'wide';
  if (piece.width !== undefined) return piece.width === 'address' && rival.maybe[0]?.kind === 'tag';
  const [own, other] = [piece.tag, rival.tag];
  return own?.isRegional === true && own.base === other?.base && other.part === undefined;
}

/** The least share of the Internet that counts as a forced tunnel. */
const most = 0.5;

/** The routes that send most of the Internet to a firewall or a gateway; empty if none do. */
export function tunnelRoutes({ effective }: Routing): readonly EffectiveRoute[] {
  const routes = effective.filter(
    ({ route: { nextHop }, addresses }) =>
      nextHop !== undefined && isTunnel(nextHop) && overlaps(addresses, publicAddresses),
  );
  const tunneled = union(...routes.map(({ addresses }) => addresses));
  const share = size(intersect(tunneled, publicAddresses)) / size(publicAddresses);
  return share > most ? routes : [];
}

/** True if Azure's own default route, or one learned over BGP, takes a part of the Internet. */
export function leavesToSystemDefault({ pieces }: Routing): boolean {
  return pieces.some(
    ({ nextHop, sure: [term] }) =>
      nextHop === 'SystemDefault' &&
      term?.kind === 'addresses' &&
      overlaps(term.addresses, publicAddresses),
  );
}
