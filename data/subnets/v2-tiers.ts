/** What a v2 instance, or a private endpoint, needs from its subnet, from the v2 networking and private-endpoint pages. */

import { cite } from '../cite.ts';
import type { SubnetRule } from '../model.ts';

const v2Network = {
  tiers: ['STANDARD_V2', 'PREMIUM_V2'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
  platforms: ['STV2'],
} as const;

const integration = (section: string) => cite('integrate-vnet-outbound-2026-08-26', section);
const injection = (section: string) => cite('inject-vnet-v2-2025-10-08', section);

export const v2SubnetRules: readonly SubnetRule[] = [
  {
    id: 'v2-subnet-minimum-size',
    title: 'At least /27',
    ...v2Network,
    requirement: 'The subnet is /27 or larger; /24 is recommended to leave room for scaling.',
    consequence:
      'Nothing smaller is supported, and a subnet that is too small is hard to change later.',
    citations: [integration('Subnet size'), injection('Subnet size')],
  },
  {
    id: 'v2-subnet-dedicated',
    title: 'Dedicated to one instance',
    ...v2Network,
    requirement: 'The subnet is used by one API Management instance and nothing else.',
    consequence: 'A second instance, or any other resource, cannot use the subnet.',
    citations: [integration('Dedicated subnet'), injection('Dedicated subnet')],
  },
  {
    id: 'v2-subnet-delegation-server-farms',
    title: 'Delegated to Microsoft.Web/serverFarms for integration',
    ...v2Network,
    virtualNetworkTypes: ['EXTERNAL'],
    requirement: 'The subnet is delegated to Microsoft.Web/serverFarms.',
    consequence: 'Integration fails, with a delegation to Microsoft.Web/hostingEnvironments too.',
    citations: [integration('Subnet delegation')],
  },
  {
    id: 'v2-subnet-delegation-hosting-environments',
    title: 'Delegated to Microsoft.Web/hostingEnvironments for injection',
    ...v2Network,
    tiers: ['PREMIUM_V2'],
    virtualNetworkTypes: ['INTERNAL'],
    requirement: 'The subnet is delegated to Microsoft.Web/hostingEnvironments.',
    consequence: 'Injection fails, with a delegation to Microsoft.Web/serverFarms too.',
    citations: [injection('Subnet delegation')],
  },
  {
    id: 'v2-subnet-resource-provider',
    title: 'Microsoft.Web registered',
    ...v2Network,
    requirement: 'The resource provider Microsoft.Web is registered in the subscription.',
    consequence: 'The subnet cannot be delegated.',
    citations: [integration('Subnet delegation'), injection('Subnet delegation')],
  },
  {
    id: 'v2-subnet-network-security-group',
    title: 'Network security group attached, v2 tiers',
    ...v2Network,
    requirement: 'The subnet of a v2 instance has a network security group.',
    consequence: 'The pages ask for one and do not say what happens without it.',
    citations: [
      integration('Network security group'),
      cite('v2-nsg-rules-2025-12-01', 'Network security group'),
    ],
  },
  {
    id: 'v2-subnet-same-region-and-subscription',
    title: 'Same region and subscription, v2 tiers',
    ...v2Network,
    requirement: 'The virtual network is in the region and subscription of the instance.',
    consequence: 'A network of another region or subscription cannot be used.',
    citations: [integration('Network location'), injection('Network location')],
  },
  {
    id: 'private-endpoint-subnet',
    title: 'Subnet of a private endpoint',
    tiers: ['DEVELOPER', 'BASIC', 'STANDARD', 'PREMIUM', 'STANDARD_V2', 'PREMIUM_V2'],
    virtualNetworkTypes: ['NONE'],
    platforms: ['STV2'],
    requirement:
      'The subnet is in the region of the endpoint, which may differ from that of the instance; it is delegated to no service and may contain other resources.',
    consequence: 'The private endpoint cannot be created.',
    citations: [
      cite('private-endpoint-2025-11-17', 'Prerequisites'),
      cite('private-endpoint-2025-11-17', 'Create private endpoint - portal'),
    ],
  },
];
