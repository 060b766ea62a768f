/** Limits of inbound private endpoints and of switching off public access, from the private-endpoint page. */

import { cite } from '../cite.ts';
import type { NetworkFact } from '../model.ts';

const withPrivateEndpoint = {
  tiers: ['DEVELOPER', 'BASIC', 'STANDARD', 'PREMIUM', 'STANDARD_V2', 'PREMIUM_V2'],
  virtualNetworkTypes: ['NONE'],
  platforms: ['STV2'],
} as const;

const limits = cite('private-endpoint-2025-11-17', 'Limitations');
const publicAccess = cite(
  'private-endpoint-2025-11-17',
  'Optionally disable public network access',
);

export const privateEndpointLimitations: readonly NetworkFact[] = [
  {
    id: 'private-endpoint-excludes-injection',
    title: 'Private endpoint or injection, not both',
    statement:
      'An injected instance of the Developer or Premium tier cannot have a private endpoint, and an instance with a private endpoint cannot be injected.',
    tiers: ['DEVELOPER', 'PREMIUM'],
    virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
    platforms: ['STV1', 'STV2'],
    citations: [cite('virtual-network-concepts-2023', 'Inbound private endpoint'), limits],
  },
  {
    id: 'private-endpoint-with-integration',
    title: 'v2 tiers: private endpoint together with integration',
    statement:
      'A Standard v2 or Premium v2 instance may have a private endpoint for clients and outbound integration for backends; an integrated instance keeps its public endpoints until you switch them off.',
    tiers: ['STANDARD_V2', 'PREMIUM_V2'],
    virtualNetworkTypes: ['NONE', 'EXTERNAL'],
    platforms: ['STV2'],
    since: '2025-11-17',
    citations: [
      cite('private-endpoint-2025-11-17', 'Create private endpoint - portal'),
      cite('v2-tiers-overview-2026-04-21', 'Networking options'),
    ],
  },
  {
    id: 'private-endpoint-gateway-only',
    title: 'Private endpoints serve the gateway only',
    statement:
      'The only sub-resource is Gateway; it does not cover self-hosted gateways and workspace gateways.',
    ...withPrivateEndpoint,
    citations: [limits],
  },
  {
    id: 'private-endpoint-inbound-only',
    title: 'Private endpoints are inbound only',
    statement: 'A private endpoint carries requests to the instance, not requests to backends.',
    ...withPrivateEndpoint,
    citations: [
      cite('virtual-network-concepts-2023', 'Inbound private endpoint'),
      cite('virtual-network-concepts-2024-10-16', 'Networking models compared'),
    ],
  },
  {
    id: 'private-endpoint-count',
    title: 'At most 100 private endpoint connections',
    statement: 'An instance can have up to 100 Private Link connections.',
    ...withPrivateEndpoint,
    citations: [limits],
  },
  {
    id: 'private-endpoint-region',
    title: 'Private endpoints may be in another region',
    statement:
      'A private endpoint is in the region of its virtual network, which need not be that of the instance.',
    ...withPrivateEndpoint,
    citations: [cite('private-endpoint-2025-11-17', 'Steps to configure private endpoint')],
  },
  {
    id: 'public-access-off-needs-private-endpoint',
    title: 'Public access can be switched off only with a private endpoint',
    statement:
      'To limit incoming traffic to private endpoints, set publicNetworkAccess to Disabled. That works on an existing instance with a private endpoint, never while one is created; users report status 400 NotSupported otherwise.',
    ...withPrivateEndpoint,
    citations: [
      publicAccess,
      cite(
        'private-endpoint-2025-11-17',
        'Optionally disable public network access: status that users report',
        'INFERRED',
      ),
    ],
  },
  {
    id: 'public-access-off-answer',
    title: 'Public callers get 403 once public access is off',
    statement:
      'With publicNetworkAccess set to Disabled, requests from outside the private endpoint get status 403.',
    ...withPrivateEndpoint,
    citations: [cite('private-endpoint-2025-11-17', 'Test from internet')],
  },
  {
    id: 'public-access-off-without-effect-v2-injection',
    title: 'publicNetworkAccess has no effect on an injected Premium v2 instance',
    statement: 'The gateway of an injected Premium v2 instance has a private address only.',
    tiers: ['PREMIUM_V2'],
    virtualNetworkTypes: ['INTERNAL'],
    platforms: ['STV2'],
    citations: [
      cite('private-endpoint-2025-11-17', 'Optionally disable public network access', 'INFERRED'),
      cite('inject-vnet-v2-2025-10-08', 'Inject in a private virtual network'),
    ],
  },
  {
    id: 'front-door-private-premium-v2',
    title: 'No private route from Azure Front Door to Premium v2',
    statement: 'Azure Front Door cannot reach a Premium v2 instance over Private Link.',
    tiers: ['PREMIUM_V2'],
    virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
    platforms: ['STV2'],
    since: '2025-11-11',
    citations: [
      cite('private-endpoint-2025-11-11', 'Typical scenarios'),
      cite('private-endpoint-2025-11-17', 'Typical scenarios'),
    ],
  },
];
