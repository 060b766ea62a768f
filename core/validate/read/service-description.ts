/** An API Management service and its network as a document describes them, whatever kind of document it is. */

import type {
  AdminRule,
  FurtherLocations,
  InputRoute,
  InputRule,
  PublicIpAddress,
  RouteTable,
} from '../../deployment.ts';
import { InputError } from '../../input-error.ts';
import type { InputPeering, RouteSource } from '../../peering.ts';
import { get, type Path, textOf } from './unresolved.ts';

/** A value, and its path in the document. */
export interface Described {
  readonly value: unknown;
  readonly path: Path;
}

export interface DescribedService {
  readonly name: string;
  readonly path: Path;
  /** Resource id, as far as the document says it. */
  readonly id: unknown;
  /** Value of sku.name. */
  readonly sku: Described;
  readonly virtualNetworkType: Described;
  readonly platformVersion: Described;
  /** The first is the primary one. */
  readonly locations: readonly DescribedLocation[];
  /** Of which nothing is known. */
  readonly furtherLocations: FurtherLocations | undefined;
}

export interface DescribedLocation {
  readonly path: Path;
  readonly region: Described;
  readonly units: Described;
  readonly zones: Described;
  /** Undefined where the location names no subnet; an error where it names one of several. */
  readonly subnet: () => DescribedSubnet | SubnetElsewhere | undefined;
  /** Path of the subnet's id, or where it belongs. */
  readonly subnetPath: Path;
  readonly publicIpAddress?: PublicIpAddress;
  /** Path of the address's id, or where it belongs. */
  readonly publicIpAddressPath: Path;
}

/** A subnet that the document names and does not hold, with what the document ties to its id. */
export interface SubnetElsewhere {
  readonly elsewhere: string;
  readonly networkSecurityGroup?: DescribedGroup | GroupElsewhere;
  readonly routeTable?: RouteTable;
}

export interface DescribedGroup {
  readonly document: unknown;
  readonly rules: readonly InputRule[];
  readonly path: Path;
}

/** A group that the document names and does not hold. */
export interface GroupElsewhere {
  readonly elsewhere: string;
  readonly path: Path;
}

/** Other resources in a subnet, and the addresses that they take at least. */
export interface Neighbors {
  readonly names: readonly string[];
  readonly addresses: number;
}

export interface DescribedSubnet {
  readonly path: Path;
  readonly id: string;
  readonly addressPrefixes: Described;
  readonly delegations: Described;
  readonly serviceEndpoints: Described;
  /** Open where the document leaves open whether there is one. */
  readonly natGateway: Described & { readonly isOpen: boolean };
  /** Ids of policies, or references to them. */
  readonly serviceEndpointPolicies: Described;
  readonly adminRules: readonly AdminRule[];
  readonly peerings: readonly InputPeering[];
  readonly routeSources: readonly RouteSource[];
  readonly hubRoutes: readonly InputRoute[];
  readonly networkSecurityGroup?: DescribedGroup | GroupElsewhere;
  readonly routeTable?: RouteTable;
  readonly dnsServers: Described;
  readonly virtualNetworkAddressPrefixes: Described;
  readonly virtualNetworkRegion: Described;
  readonly neighbors: Neighbors;
}

/** The value is an expression, or known only later: what to do about it. */
export function refuseOpen(what: string, value: unknown, path: Path): InputError {
  return new InputError(`${what} is not in the document`, {
    path,
    given: textOf(value),
    expected: [
      'a value in the document: send the template with default values for its parameters, or the exported resources',
    ],
  });
}

export const member = (value: unknown, path: Path, key: string): Described => ({
  value: get(value, key),
  path: [...path, key],
});
