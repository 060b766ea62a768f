/** The routes that a hub of Virtual WAN gives to a connected network, under whatever names a document has them. */

import type { InputRoute } from '../../../deployment.ts';
import { InputError } from '../../../input-error.ts';
import { pointer } from '../../../json-pointer.ts';
import type { RouteSource } from '../../../peering.ts';
import { isSettled, keyOf, listOf, type Path } from '../unresolved.ts';
import { prefixesIn } from './peering.ts';

/** A connection of the network with a hub. */
export interface HubConnection {
  readonly hub: string;
  readonly path: Path;
  /** Whether default routes reach the network; undefined where the document leaves it open. */
  readonly takesDefault: boolean | undefined;
  /** By routing intent: what the policy for Internet traffic leads to. */
  readonly policy: NextHopOfHub | undefined;
  /** By the route table of the connection. */
  readonly route: NextHopOfHub | undefined;
  /** Routes with longer prefixes: by the policy for private traffic, or by the route table of the connection. */
  readonly longer: readonly LongerRoute[];
}

export interface LongerRoute {
  readonly prefix: string;
  readonly next: NextHopOfHub;
  /** True where the document leaves open whether the network has it. */
  readonly isOpen: boolean;
}

export interface NextHopOfHub {
  /** As routes name it: the text of a firewall's address, or a name in brackets. */
  readonly address: string;
  readonly path: Path;
}

export interface HubRoutes {
  readonly hubRoutes: readonly InputRoute[];
  readonly routeSources: readonly RouteSource[];
}

export function routesOfHubs(connections: readonly HubConnection[]): HubRoutes {
  const open = connections.filter(({ takesDefault }) => takesDefault !== false);
  return {
    hubRoutes: [
      ...open.flatMap(({ hub, takesDefault, policy, route }) => {
        const next = policy ?? route;
        const name = `the default route of the hub ${hub}`;
        return takesDefault && next ? [learnedRoute(name, '0.0.0.0/0', next)] : [];
      }),
      ...longerRoutesOf(connections),
    ],
    routeSources: open
      .filter(({ takesDefault, policy, route }) => !takesDefault || !(policy ?? route))
      .map(({ hub, path }) => ({ name: `the hub ${hub} of Virtual WAN`, path: pointer(...path) })),
  };
}

/** A route table has no more. */
const maxLonger = 400;

/** Each route once: connections of one hub have the same ones. Throws InputError for too many. */
function longerRoutesOf(connections: readonly HubConnection[]): readonly InputRoute[] {
  const routes = new Map<string, InputRoute>();
  for (const { hub, longer } of connections) {
    for (const { prefix, next, isOpen } of longer) {
      const key = JSON.stringify([hub, prefix, next.address, isOpen]);
      if (routes.has(key)) continue;
      routes.set(key, learnedRoute(`the route of the hub ${hub}`, prefix, next, isOpen));
      if (routes.size <= maxLonger) continue;
      throw new InputError('the hubs of the network have too many routes', {
        path: [],
        given: `more than ${maxLonger}`,
        expected: [`at most ${maxLonger} routes of hubs`],
      });
    }
  }
  return [...routes.values()];
}

const learnedRoute = (
  name: string,
  addressPrefix: string,
  { address, path }: NextHopOfHub,
  isConditional = false,
): InputRoute => ({
  name,
  addressPrefix,
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: address,
  isConditional,
  isLearned: true,
  path: pointer(...path),
});

/** A policy for private traffic puts routes for these into the table of the hub. */
const privatePrefixes = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

export const privateRoutes = (next: NextHopOfHub, isOpen: boolean): readonly LongerRoute[] =>
  privatePrefixes.map((prefix) => ({ prefix, next, isOpen }));

/** A static route, without the prefix of a default route; one of whose prefixes some are open may be for any traffic. */
export function longerRoutes(
  destinations: unknown,
  next: NextHopOfHub,
  isOpen: boolean,
): readonly LongerRoute[] {
  const known = prefixesIn(destinations)
    .filter((prefix) => !isDefaultPrefix([prefix]))
    .map((prefix) => ({ prefix, next, isOpen }));
  if (isSettled(destinations)) return known;
  return [...known, ...privateRoutes(next, true), { prefix: '0.0.0.0/0', next, isOpen: true }];
}

export const isInternetPolicy = (destinations: unknown): boolean => names(destinations, 'internet');
export const isPrivatePolicy = (destinations: unknown): boolean =>
  names(destinations, 'privatetraffic');

const names = (destinations: unknown, kind: string) =>
  listOf(destinations).some((one) => keyOf(one) === kind);

export const isDefaultPrefix = (destinations: unknown): boolean =>
  listOf(destinations).includes('0.0.0.0/0');
