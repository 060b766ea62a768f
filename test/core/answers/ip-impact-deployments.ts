/** Deployments for comparisons of addresses, with defaults for what a test does not say. */

import type { Deployment, DeploymentLocation, Subnet } from '../../../core/deployment.ts';

export function location(change: Partial<DeploymentLocation> = {}): DeploymentLocation {
  return {
    region: 'westeurope',
    units: 1,
    zones: [],
    dnsServers: [],
    virtualNetworkAddressPrefixes: [],
    ...change,
  };
}

export function subnet(addressPrefix: string, id?: string): Subnet {
  return {
    addressPrefix,
    delegations: [],
    serviceEndpoints: [],
    otherResources: [],
    otherAddresses: 0,
    ...(id !== undefined && { id }),
  };
}

export const here = { subnet: subnet('10.0.0.0/27'), publicIpAddress: { id: '/ip/a' } };

/** Premium on stv2 in internal mode, in West Europe. */
export function internal(change: Partial<Deployment> = {}, place = {}): Deployment {
  return {
    tier: 'PREMIUM',
    virtualNetworkType: 'INTERNAL',
    platform: 'STV2',
    locations: [location({ ...here, ...place })],
    features: [],
    ...change,
  };
}

export const external = (change: Partial<Deployment> = {}, place = {}) =>
  internal({ virtualNetworkType: 'EXTERNAL', ...change }, place);

export const outside = (tier: Deployment['tier'] = 'PREMIUM', change: Partial<Deployment> = {}) =>
  internal({ tier, virtualNetworkType: 'NONE', locations: [location()], ...change });

export const withNorth = (deployment: Deployment, place = {}) => ({
  ...deployment,
  locations: [...deployment.locations, location({ region: 'North Europe', ...place })],
});

export const v2 = (
  tier: Deployment['tier'],
  virtualNetworkType: Deployment['virtualNetworkType'],
) => internal({ tier, virtualNetworkType });

export const noSubnet = () =>
  internal({ locations: [location({ publicIpAddress: { id: '/ip/a' } })] });
