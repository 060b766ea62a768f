/** A route table as the renderers take it: the routes it holds, and those that only its user can fill in. */

import type { Cited, Region, ServiceEndpoint } from '../../../data/model.ts';
import { kebabCase } from '../names.ts';

/** A user-defined route; field names and values follow Azure Resource Manager. */
export interface Route extends Cited {
  readonly name: string;
  /** IPv4 prefix or service tag. */
  readonly addressPrefix: string;
  readonly nextHopType: 'Internet';
  readonly reason: string;
}

/** The routes of one location. */
export interface RouteTable {
  readonly region: Region;
  readonly routes: readonly Route[];
  /** For the subnet that the table is attached to. */
  readonly serviceEndpoints: readonly ServiceEndpoint[];
  /** True where each range of internet clients needs a route back to the internet. */
  readonly needsClientRoutes: boolean;
}

export const routeTableName = 'rt-apim';

/** The route to the firewall, made if its address is known. */
export const defaultRoute = {
  name: 'default',
  addressPrefix: '0.0.0.0/0',
  nextHopType: 'VirtualAppliance',
} as const;

export const firewallDescription =
  'Private address of the firewall that takes all other traffic; empty for no default route';
export const clientsDescription =
  'Address ranges of internet clients, whose replies go around the firewall';

/** Name of the route for the tag, or for one of its prefixes: apim-control-plane-40-73-41-178-32. */
export function controlPlaneRouteName(prefix = ''): string {
  return kebabCase(`apim control plane ${prefix}`);
}
