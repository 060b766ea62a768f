/** The default route that a hub of Virtual WAN gives to a connected network, under whatever names a document has it. */

import type { InputRoute } from '../../../deployment.ts';
import { pointer } from '../../../json-pointer.ts';
import type { RouteSource } from '../../../peering.ts';
import { keyOf, listOf, type Path } from '../unresolved.ts';

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
    hubRoutes: open.flatMap(({ hub, takesDefault, policy, route }) => {
      const next = policy ?? route;
      return takesDefault && next ? [defaultRoute(hub, next)] : [];
    }),
    routeSources: open
      .filter(({ takesDefault, policy, route }) => !takesDefault || !(policy ?? route))
      .map(({ hub, path }) => ({ name: `the hub ${hub} of Virtual WAN`, path: pointer(...path) })),
  };
}

const defaultRoute = (hub: string, { address, path }: NextHopOfHub): InputRoute => ({
  name: `the default route of the hub ${hub}`,
  addressPrefix: '0.0.0.0/0',
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: address,
  isConditional: false,
  isLearned: true,
  path: pointer(...path),
});

export const isInternetPolicy = (destinations: unknown): boolean =>
  listOf(destinations).some((one) => keyOf(one) === 'internet');

export const isDefaultPrefix = (destinations: unknown): boolean =>
  listOf(destinations).includes('0.0.0.0/0');
