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

/** Spellings of Resource Manager, of the portal and of the classic tools, without spaces and in lower case. */
const hops = new Map<string, UserNextHop>([
  ...nextHops.map((hop) => [hop.toLowerCase(), hop] as const),
  ['virtualnetwork', 'VnetLocal'],
  ['vpngateway', 'VirtualNetworkGateway'],
  ['null', 'None'],
]);

/** The next hop that a text names in any spelling, VIRTUAL_APPLIANCE as well as VirtualAppliance. */
export const nextHopOf = (text: string): UserNextHop | undefined =>
  hops.get(text.toLowerCase().replace(/[\s_-]/g, ''));

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
  /** As written, where the next hop is not known. */
  readonly openNextHop?: string;
  readonly nextHopIpAddress?: string;
  /** True if a condition decides whether the route exists. */
  readonly isConditional: boolean;
  /** Set for a route that comes over BGP: one of the owner with the same prefix comes first. */
  readonly isLearned?: true;
  /** JSON pointer into the input. */
  readonly path: string;
}

/** To a firewall or through a gateway: where a forced tunnel leads. */
export const isTunnel = (hop: NextHop) =>
  hop === 'VirtualAppliance' || hop === 'VirtualNetworkGateway';

export const isNowhere = (hop: NextHop) => hop === 'None';
