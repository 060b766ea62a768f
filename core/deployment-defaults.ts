/** A deployment as callers describe it, and what holds where they say nothing. */

import type { Deployment, DeploymentLocation, Subnet } from './validate/report.ts';

export type GivenSubnet = Pick<Subnet, 'addressPrefix'> & Partial<Subnet>;

export type GivenLocation = Pick<DeploymentLocation, 'region'> &
  Partial<Omit<DeploymentLocation, 'subnet'>> & { readonly subnet?: GivenSubnet };

export type GivenDeployment = Pick<Deployment, 'tier' | 'virtualNetworkType'> &
  Partial<Omit<Deployment, 'locations'>> & { readonly locations: readonly GivenLocation[] };

export const deploymentDefaults = { platform: 'STV2', features: [] } as const;

export const locationDefaults = {
  units: 1,
  zones: [],
  dnsServers: [],
  virtualNetworkAddressPrefixes: [],
} as const;

export const subnetDefaults = {
  delegations: [],
  serviceEndpoints: [],
  otherResources: [],
  otherAddresses: 0,
} as const;

export function withDefaults(given: GivenDeployment): Deployment {
  return {
    ...deploymentDefaults,
    ...given,
    locations: given.locations.map(({ subnet, ...location }) => ({
      ...locationDefaults,
      ...location,
      ...(subnet && { subnet: { ...subnetDefaults, ...subnet } }),
    })),
  };
}
