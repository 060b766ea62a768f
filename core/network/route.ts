/** User-defined routes as they are evaluated; the names of next hops are Resource Manager's. */

import type { AddressTerm } from './address-term.ts';

export const nextHops = [
  'Internet',
  'VirtualAppliance',
  'VirtualNetworkGateway',
  'VnetLocal',
  'None',
] as const;
export type UserNextHop = (typeof nextHops)[number];

/**
 * Also the routes of Azure: 0.0.0.0/0 to the Internet, which a route learned over BGP replaces, and service endpoints.
 */
export type NextHop = UserNextHop | 'SystemDefault' | 'ServiceEndpoint';

/** `undefined` means that the input does not decide the value, such as a template expression. */
export interface UserRoute {
  readonly name: string;
  readonly addressPrefix: string;
  /** An address prefix, a service tag, or unresolved. */
  readonly destination: AddressTerm;
  /** Length of an address prefix. */
  readonly prefixLength?: number;
  readonly nextHop: UserNextHop | undefined;
  readonly nextHopIpAddress?: string;
  /** True if a condition decides whether the route exists. */
  readonly isConditional: boolean;
  /** JSON pointer into the input. */
  readonly path: string;
}

/** To a firewall or through a gateway: where a forced tunnel leads. */
export const isTunnel = (hop: NextHop) =>
  hop === 'VirtualAppliance' || hop === 'VirtualNetworkGateway';

export const isNowhere = (hop: NextHop) => hop === 'None';
