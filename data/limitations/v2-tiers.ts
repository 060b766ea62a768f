/** Limits of integration and injection in the v2 tiers, from the v2 networking pages and the v2 overview. */

import { cite } from '../cite.ts';
import type { NetworkFact } from '../model.ts';

const integrated = {
  tiers: ['STANDARD_V2', 'PREMIUM_V2'],
  virtualNetworkTypes: ['EXTERNAL'],
  platforms: ['STV2'],
} as const;
const v2Injected = {
  tiers: ['PREMIUM_V2'],
  virtualNetworkTypes: ['INTERNAL'],
  platforms: ['STV2'],
} as const;

const integration = cite(
  'integrate-vnet-outbound-2026-08-26',
  'Integrate for outbound connections',
);
const injection = cite('inject-vnet-v2-2025-10-08', 'Inject in a private virtual network');

export const v2Limitations: readonly NetworkFact[] = [
  {
    id: 'v2-no-injection',
    title: 'Basic v2 and Standard v2: no injection, no internal mode',
    statement:
      'A Basic v2 or Standard v2 instance cannot be deployed entirely in a virtual network; of the v2 tiers only Premium v2 can. A Standard v2 instance has outbound integration and a public address for inbound traffic.',
    tiers: ['BASIC_V2', 'STANDARD_V2'],
    virtualNetworkTypes: ['NONE', 'EXTERNAL'],
    platforms: ['STV2'],
    since: '2026-04-21',
    citations: [cite('v2-tiers-overview-2026-04-21', 'Frequently asked questions')],
  },
  {
    id: 'v2-injection-at-creation',
    title: 'Injection of Premium v2 only at creation',
    statement:
      'A Premium v2 instance can be injected only when it is created; its subnet can be changed later.',
    ...v2Injected,
    citations: [
      injection,
      cite('virtual-network-concepts-2024-10-16', 'Virtual network injection (Premium v2 tier)'),
    ],
  },
  {
    id: 'v2-no-switch',
    title: 'No switch between integration and injection',
    statement: 'A Premium v2 instance cannot change from integration to injection or back.',
    tiers: ['PREMIUM_V2'],
    virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
    platforms: ['STV2'],
    citations: [integration, injection],
  },
  {
    id: 'v2-integration-reach',
    title: 'Integration reaches one network and its peers',
    statement:
      'Backends must be in the connected virtual network or in one peered with it; other pages name only the connected network.',
    ...integrated,
    citations: [
      cite('integrate-vnet-outbound-2026-08-26', 'Integrate for outbound connections', 'DISPUTED'),
      cite('v2-tiers-overview-2026-04-21', 'Networking options', 'DISPUTED'),
    ],
  },
  {
    id: 'v2-integration-endpoints-public',
    title: 'Integration leaves the endpoints public',
    statement: 'Gateway, management endpoint and developer portal stay on the internet.',
    ...integrated,
    citations: [integration, cite('v2-tiers-overview-2026-04-21', 'Networking options')],
  },
  {
    id: 'v2-inbound-rules-ignored',
    title: 'Inbound security rules are ignored with integration',
    statement: 'Inbound rules of the subnet have no effect on an integrated instance.',
    ...integrated,
    citations: [cite('integrate-vnet-outbound-2026-08-26', 'Network security group')],
  },
  {
    id: 'v2-inbound-rules-apply',
    title: 'Inbound security rules apply to injection',
    statement: 'Inbound rules of the subnet filter the traffic to an injected Premium v2 instance.',
    ...v2Injected,
    citations: [cite('integrate-vnet-outbound-2026-08-26', 'Network security group')],
  },
  {
    id: 'v2-injection-gateway-only',
    title: 'Injection of Premium v2 covers the gateway only',
    statement:
      'The gateway gets a private address and reaches peered networks, ExpressRoute and site-to-site VPN.',
    ...v2Injected,
    citations: [cite('virtual-network-concepts-2024-10-16', 'Networking models compared')],
  },
  {
    id: 'v2-custom-name-public',
    title: 'v2 tiers: a custom host name is in public DNS',
    statement:
      'In Standard v2 and Premium v2 the custom host name of the gateway must resolve in public DNS; a name in a private zone alone gets no traffic. For a private name put an application gateway in front.',
    tiers: ['STANDARD_V2', 'PREMIUM_V2'],
    virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
    platforms: ['STV2'],
    since: '2026-06-03',
    citations: [cite('custom-domain-2026-06-03', 'Limitation for custom domain name in v2 tiers')],
  },
  {
    id: 'v2-missing-features',
    title: 'Missing in the v2 tiers',
    statement:
      'The v2 tiers lack several regions, self-hosted gateways, DDoS protection, backup and restore, Git, the direct management API and free managed certificates.',
    tiers: ['BASIC_V2', 'STANDARD_V2', 'PREMIUM_V2'],
    virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
    platforms: ['STV2'],
    since: '2026-04-21',
    citations: [cite('v2-tiers-overview-2026-04-21', 'Currently unavailable features')],
  },
];
