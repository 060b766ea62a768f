/** The routes of a location's subnet: from its route table, its service endpoints, and hubs of Virtual WAN. */

import { catalog } from '../../../data/index.ts';
import type { Region } from '../../../data/model.ts';
import type { DeploymentLocation, InputRoute } from '../../deployment.ts';
import { InputError } from '../../input-error.ts';
import type { AddressPart, Coverage } from '../../network/address-part.ts';
import { isEmptyPart, partsMeet, subtractParts } from '../../network/address-part.ts';
import type { AddressTerm } from '../../network/address-term.ts';
import { remoteSide } from '../../network/flow-ends.ts';
import { hostSide } from '../../network/host-side.ts';
import type { UserRoute } from '../../network/route.ts';
import {
  type EffectiveRoute,
  type EndpointRoute,
  type IsWanted,
  leavesToSystemDefault,
  type Routing,
  routingOf,
  through,
  tunnelRoutes,
} from '../../network/routing.ts';
import type { ServiceTagIndex, Tag } from '../../network/service-tags/service-tags.ts';
import type { IntervalSet } from '../../network/sets/interval-set.ts';
import {
  type AssumptionCode,
  type NetworkFacts,
  rememberedSide,
  type Side,
} from '../../network/side.ts';
import type { Budget } from '../read/arm/budget.ts';
import { type RouteProblem, readRoute } from '../read/input-route.ts';
import { keepsOutGatewayRoutes, readRouteTable } from '../read/route-table.ts';

/** The part of a far end that leaves by some next hops, and the whole far end. */
export interface Course extends Coverage {
  readonly whole: AddressPart;
  /** The routes with these next hops that may match a part of it. */
  takers(): readonly UserRoute[];
}

/** Service tags, or addresses by number. */
export type FarEnd = readonly Tag[] | { readonly line: IntervalSet };

export interface LocationRoutes {
  readonly routing: Routing;
  readonly problems: readonly RouteProblem[];
  /** Routes that cannot be read: each may take anything anywhere. */
  readonly unread: readonly InputRoute[];
  /** Routes that send most of the Internet to a firewall or a gateway. */
  readonly tunnel: readonly EffectiveRoute[];
  /** True where a route learned over BGP could match a part of the Internet. */
  readonly isDefaultOpen: boolean;
  /** The part of service tags, of the Internet or of some addresses that leaves by the wanted next hops. */
  course(remote: FarEnd, isWanted: IsWanted): Course;
}

export function readRoutes(
  location: DeploymentLocation,
  region: Region,
  network: NetworkFacts,
  path: readonly (string | number)[],
  budget: Budget,
): LocationRoutes {
  const table = location.routeTable ?? { routes: [] };
  const isKeptOut = keepsOutGatewayRoutes(table);
  const learned = (isKeptOut ? [] : (location.hubRoutes ?? [])).map((route) => ({
    ...route,
    isConditional: route.isConditional || isKeptOut === undefined,
  }));
  // With equal prefixes the first route wins: those of the owner come before those of BGP.
  const readings = [...readRouteTable(table, path, budget), ...learned].map((raw) => ({
    raw,
    ...readRoute(raw, network.tags),
  }));
  const routes = readings.flatMap(({ route }) => route ?? []);
  requireFewTags(routes, path);
  const routing = routingOf(
    routes,
    endpointRoutes(location.subnet?.serviceEndpoints ?? [], region, network.tags),
  );
  const left = new Map(
    routing.effective.map(({ route, addresses }): [UserRoute, AddressTerm] => [
      route,
      { kind: 'addresses', addresses },
    ]),
  );
  const assumed = new Set<AssumptionCode>();
  const trial: NetworkFacts = { ...network, assume: (code) => assumed.add(code) };
  const sides = new Map<string, Side>();
  const sideOf = (remote: readonly Tag[]) => {
    const key = remote.map(({ name }) => name).join();
    const side =
      sides.get(key) ?? rememberedSide(trial, (known) => remoteSide(remote, routing.tags, known));
    sides.set(key, side);
    return side;
  };
  return {
    routing,
    problems: readings.flatMap(({ problems }) => problems),
    unread: readings.flatMap(({ raw, route, problems }) =>
      !route && problems.length > 0 ? [raw] : [],
    ),
    tunnel: tunnelRoutes(routing),
    isDefaultOpen: leavesToSystemDefault(routing) && !isKeptOut,
    course(remote, isWanted) {
      assumed.clear();
      const side = 'line' in remote ? hostSide(remote.line, trial) : sideOf(remote);
      const { sure, maybe } = through(routing, side, isWanted);
      if (!isEmptyPart(subtractParts(maybe, sure))) {
        for (const code of assumed) network.assume(code);
      }
      const takers = () =>
        routing.routes.filter((route) => {
          const { nextHop, nextHopIpAddress } = route;
          if (nextHop === undefined || !isWanted(nextHop, nextHopIpAddress)) return false;
          const { maybe: taken } = side.cover(left.get(route) ?? route.destination);
          return partsMeet(taken, maybe);
        });
      return { sure, maybe, whole: side.all, takers };
    },
  };
}

/** The limit of Azure: the fact route-service-tag. */
const maxTagRoutes = 25;

function requireFewTags(routes: readonly UserRoute[], path: readonly (string | number)[]): void {
  const count = routes.filter(({ destination }) => destination.kind === 'tag').length;
  if (count <= maxTagRoutes) return;
  throw new InputError('too many routes for service tags', {
    path,
    given: count,
    expected: [`at most ${maxTagRoutes} routes for service tags in a route table`],
  });
}

/** Tags of services with documented service endpoints, by their name in Resource Manager. */
const tagOfService = new Map(
  catalog.serviceEndpoints.map(({ service, serviceTag }) => [service.toLowerCase(), serviceTag]),
);

/** The service of an endpoint; Microsoft.Storage.Global is one for the service in every region. */
export const serviceOf = (endpoint: string) => endpoint.toLowerCase().replace(/\.global$/, '');

function endpointRoutes(
  endpoints: readonly string[],
  region: Region,
  tags: ServiceTagIndex,
): EndpointRoute[] {
  const names = new Set(endpoints.flatMap((one) => tagOfService.get(serviceOf(one)) ?? []));
  return [...names].flatMap((name) => {
    const anywhere = tags.find(name);
    return anywhere ? [{ inRegion: tags.regional(name, region) ?? anywhere, anywhere }] : [];
  });
}
