/** Where a requirement can be enforced, and where a service tag does not help, from the security-group and IP-address pages and the weekly files. */

import { cite } from '../cite.ts';
import { cloudNames, type NetworkFact, tiers, virtualNetworkTypes } from '../model.ts';
import { weeklyFile } from '../weekly-files.ts';

const everyTier = {
  tiers,
  virtualNetworkTypes,
  platforms: ['STV1', 'STV2'],
} as const;
const inNetwork = {
  tiers: ['DEVELOPER', 'PREMIUM', 'STANDARD_V2', 'PREMIUM_V2'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
  platforms: ['STV1', 'STV2'],
} as const;

export const enforcementPoints: readonly NetworkFact[] = [
  {
    id: 'api-management-tag-control-plane-only',
    title: 'The ApiManagement tag is the control plane only',
    statement:
      'The ApiManagement tag holds the addresses that manage instances, not those of gateways: allowing it does not allow the API calls of an instance. The page on addresses of 2021 shows the tag of West Europe as the range of the Consumption tier; its newer texts show AzureCloud.westeurope.',
    ...everyTier,
    citations: [
      cite('service-tags-overview', 'Available service tags'),
      cite(
        'ip-addresses-2021-12-21',
        'IP addresses of Consumption tier API Management service',
        'DISPUTED',
      ),
      cite('ip-addresses-2026-09-11', 'IP addresses of Consumption and v2 tier instances'),
    ],
  },
  {
    id: 'service-tags-recommended',
    title: 'Use service tags in rules, not addresses',
    statement:
      'The network reference recommends service tags instead of addresses in security rules: tags follow when the addresses of a service change.',
    tiers: ['DEVELOPER', 'PREMIUM'],
    virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
    platforms: ['STV1', 'STV2'],
    citations: [
      cite('vnet-reference-2023-01-06', 'Required ports'),
      cite('vnet-reference-2026-04-30', 'Required ports'),
    ],
  },
  {
    id: 'host-names-not-in-security-rules',
    title: 'Host names do not go into security rules',
    statement:
      'A security rule accepts addresses, service tags and application security groups, but no host names; to allow a dependency that has only a name, use a firewall that filters by name.',
    ...inNetwork,
    citations: [
      cite('nsg-overview-2025-07-15', 'Security rules'),
      cite('nsg-overview-2025-07-15', 'Security rules: firewalls', 'INFERRED'),
    ],
  },
  {
    id: 'platform-addresses-not-filtered',
    title: "Security rules do not filter the platform's own addresses",
    statement:
      'Security rules do not filter traffic to 168.63.129.16 and 169.254.169.254, where Azure offers DNS, DHCP, instance metadata and health monitoring; rules for AzurePlatformDNS, AzurePlatformIMDS and AzurePlatformLKM do.',
    ...inNetwork,
    citations: [cite('nsg-overview-2025-07-15', 'Azure platform considerations')],
  },
  {
    id: 'service-tag-enforcement-points',
    title: 'Where a service tag can be used',
    statement:
      'The weekly file says of each tag where it can be used: NSG is a security rule, UDR a user-defined route, FW Azure Firewall. AzureCloud has neither UDR nor FW; in China most tags have only NSG.',
    ...inNetwork,
    citations: [
      ...cloudNames.map((cloud) => cite(weeklyFile(cloud), 'networkFeatures')),
      cite('service-tags-overview', 'Available service tags: meaning of the features', 'INFERRED'),
    ],
  },
  {
    id: 'v2-internet-egress-may-be-denied',
    title: 'Rules of a v2 subnet may deny internet traffic',
    statement:
      'Security rules may deny outbound internet traffic and allow only resources in the virtual network, apart from what the instance depends on: Key Vault, and by the texts before August 2026 Storage.',
    tiers: ['STANDARD_V2', 'PREMIUM_V2'],
    virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
    platforms: ['STV2'],
    citations: [
      cite('v2-nsg-rules-2025-06-25', 'Network security group'),
      cite('v2-nsg-rules-2025-12-01', 'Network security group'),
      cite('integrate-vnet-outbound-2026-08-26', 'Network security group'),
      cite('workspace-gateway-networks-2026-05-20', 'Network security group'),
    ],
  },
];
