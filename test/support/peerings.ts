/** Instances in networks with peerings, as exported resources, and peerings in few words. */

import type { DeploymentInput, LocationInput } from '../../core/deployment.ts';
import type { InputPeering } from '../../core/peering.ts';
import { inbound, securityRules } from '../../core/validate/checks/kit/example.ts';

export const peering = (more: Partial<InputPeering> = {}): InputPeering => ({
  name: 'to-hub',
  remote: 'hub',
  path: '/document/peering',
  addressPrefixes: ['10.1.0.0/16'],
  allowsAccess: true,
  allowsForwarded: true,
  state: 'Connected',
  isConnected: true,
  ...more,
});

/** A gateway that the network uses. */
export const gateway = { name: 'the gateway of hub that the peering to-hub uses', path: '/g' };

export const inNetwork = (
  location: Partial<LocationInput>,
  more: Partial<DeploymentInput> = {},
): DeploymentInput => ({
  tier: 'PREMIUM',
  virtualNetworkType: 'INTERNAL',
  ...more,
  locations: [
    {
      region: 'westeurope',
      subnet: { addressPrefix: '10.0.1.0/27' },
      virtualNetworkAddressPrefixes: ['10.0.0.0/16'],
      ...securityRules(inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443')),
      ...location,
    },
  ],
});

type Route = readonly [prefix: string, hop: string, address?: string];

export const routeTable = (routes: readonly Route[]): Pick<LocationInput, 'routeTable'> => ({
  routeTable: {
    routes: routes.map(([addressPrefix, nextHopType, nextHopIpAddress], index) => ({
      name: `route${index}`,
      addressPrefix,
      nextHopType,
      ...(nextHopIpAddress !== undefined && { nextHopIpAddress }),
    })),
  },
});
