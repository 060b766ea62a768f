/** Route tables, and locations and rules that go with them. */

import type { DeploymentInput, LocationInput, RouteFields } from '../../../../core/deployment.ts';
import { inbound, securityRules } from '../../../../core/validate/checks/kit/example.ts';

export type Hop = readonly [prefix: string, hop: string, address?: string];

export const table = (...hops: readonly Hop[]): Pick<LocationInput, 'routeTable'> => ({
  routeTable: {
    routes: hops.map(
      ([addressPrefix, nextHopType, nextHopIpAddress], index): RouteFields => ({
        name: `route${index}`,
        addressPrefix,
        nextHopType,
        ...(nextHopIpAddress !== undefined && { nextHopIpAddress }),
      }),
    ),
  },
});

export const firewall: Hop = ['0.0.0.0/0', 'VirtualAppliance', '10.0.0.4'];

export const back: Hop = ['ApiManagement', 'Internet'];

export const all = [
  'Microsoft.Sql',
  'Microsoft.Storage',
  'Microsoft.EventHub',
  'Microsoft.KeyVault',
];

export const subnet = (...serviceEndpoints: string[]) => ({
  subnet: { addressPrefix: '10.0.1.0/27', serviceEndpoints },
});

export const clients = (...sources: string[]) =>
  securityRules(
    inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
    ...sources.map((source, index) =>
      inbound(`Clients${index}`, 200 + index, 'ALLOW', source, '443'),
    ),
  );

/** The checks of routes. */
export const watched = [
  'traffic-force-tunneled',
  'control-plane-route',
  'client-route-asymmetric',
  'route-black-hole',
  'route-not-judged',
];

export const tunnel = ['traffic-force-tunneled WARNING NEEDS_REVIEW'] as const;
export const asymmetric = ['control-plane-route ERROR FAIL', /no route sends them/] as const;
export const review = 'control-plane-route WARNING NEEDS_REVIEW';

export interface Case {
  readonly about: string;
  readonly location: Partial<LocationInput>;
  readonly deployment?: Partial<DeploymentInput>;
  /** "check severity outcome", and a part of the message where it matters. */
  readonly found: readonly (readonly [string, RegExp?])[];
}
