/** What an instance needs before it joins a network: network, public IP address, registrations; from the prerequisites of each edition. */

import { cite, citeOn } from './cite.ts';
import type { NetworkFact } from './model.ts';

const injected = {
  tiers: ['DEVELOPER', 'PREMIUM'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
  platforms: ['STV1', 'STV2'],
} as const;
const onStv2 = { ...injected, platforms: ['STV2'] } as const;
const v2Network = {
  tiers: ['STANDARD_V2', 'PREMIUM_V2'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
  platforms: ['STV2'],
} as const;

const reread = citeOn('2026-11-28');
const in2021 = reread('public-ip-for-vnet-2021-04-12', 'Public IP address');
const in2024 = reread('network-prerequisites-2024-05-10', 'Prerequisites');
const in2023 = cite('internal-mode-2023', 'Prerequisites');
const in2026 = cite('internal-mode-2026-08-24', 'Prerequisites');
const concepts2023 = cite(
  'virtual-network-concepts-2023',
  'Network resource requirements for injection',
);
const resources2025 = cite('injection-resources-2025-04-17', 'Network resource requirements');

export const prerequisites: readonly NetworkFact[] = [
  {
    id: 'resource-manager-virtual-network',
    title: 'Resource Manager virtual network',
    statement: 'Injection needs a virtual network of Azure Resource Manager.',
    ...injected,
    citations: [concepts2023, resources2025],
  },
  {
    id: 'classic-virtual-network',
    title: 'Classic virtual network, in 2019',
    statement: 'The portal offers classic virtual networks as well as those of Resource Manager.',
    ...injected,
    platforms: ['STV1'],
    since: '2019-09-09',
    until: '2019-09-09',
    citations: [
      cite('vnet-reference-2019-09-09', 'Enable VNET connectivity using the Azure portal'),
    ],
  },
  {
    id: 'network-security-group-required',
    title: 'Network security group is required',
    statement:
      'The subnet needs a network security group with explicit allow rules: the load balancer of an instance on stv2 rejects inbound traffic by default.',
    ...onStv2,
    citations: [
      in2023,
      in2026,
      resources2025,
      cite('vnet-reference-2023-01-06', 'Required ports'),
      cite('vnet-reference-2026-04-30', 'Required ports'),
    ],
  },
  {
    id: 'resources-per-location',
    title: 'Network resources for each location',
    statement:
      'With several regions, every location needs its own virtual network, subnet and, if one is used, public IP address.',
    ...injected,
    tiers: ['PREMIUM'],
    citations: [concepts2023, resources2025, in2026],
  },
  {
    id: 'public-ip-required',
    title: 'Public IP address is required, until 2024',
    statement:
      'External and internal mode both need a public IP address resource that the user provides.',
    ...onStv2,
    since: '2021-04-12',
    until: '2023-12-01',
    citations: [in2021, in2023, concepts2023],
  },
  {
    id: 'public-ip-optional',
    title: 'Public IP address is optional, since May 2024',
    statement:
      'Without a public IP address resource, Azure manages one: it carries client traffic in external mode and only management traffic in internal mode.',
    ...onStv2,
    since: '2024-05-01',
    citations: [
      in2024,
      in2026,
      resources2025,
      cite('ip-addresses-2024-05-21', 'Changes to the IP addresses'),
      cite('ip-addresses-2026-09-11', 'IP addresses in a virtual network'),
    ],
  },
  {
    id: 'public-ip-standard-ipv4',
    title: 'Public IP address: Standard SKU, IPv4',
    statement:
      'A public IP address that the user provides must be an IPv4 address of the Standard SKU.',
    ...onStv2,
    citations: [in2021, in2023, concepts2023, in2026],
  },
  {
    id: 'public-ip-same-region-and-subscription',
    title: 'Public IP address: same region and subscription',
    statement:
      'A public IP address that the user provides must be in the region and subscription of the instance and its virtual network.',
    ...onStv2,
    citations: [in2021, in2023, concepts2023, in2026],
  },
  {
    id: 'public-ip-any-dns-label',
    title: 'Public IP address: any DNS name label, until 2023',
    statement: 'The public IP address needs a DNS name label; any label works.',
    ...onStv2,
    since: '2023-01-01',
    until: '2023-01-01',
    citations: [in2023],
  },
  {
    id: 'public-ip-dns-label',
    title: 'Public IP address: DNS name label',
    statement:
      'A public IP address that the user provides needs a DNS name label, preferably the name of the instance; a changed label takes effect when the instance is deployed again.',
    ...onStv2,
    since: '2024-05-10',
    citations: [in2024, in2026],
  },
  {
    id: 'public-ip-routing-preference',
    title: 'Public IP address: routing preference',
    statement: 'The default routing preference, Microsoft network, is recommended.',
    ...onStv2,
    citations: [in2023, in2026],
  },
  {
    id: 'public-ip-zone-redundant',
    title: 'Public IP address: zone-redundant',
    statement:
      'If the location uses availability zones, the public IP address must be zone-redundant.',
    ...onStv2,
    tiers: ['PREMIUM'],
    citations: [in2023, in2026],
  },
  {
    id: 'public-ip-becomes-address',
    title: 'The public IP address becomes that of the location',
    statement:
      'The address of the resource is the public address of the instance in that location.',
    ...onStv2,
    citations: [in2021, in2023, in2026],
  },
  {
    id: 'public-ip-must-differ',
    title: 'Another public IP address for changes, until 2023',
    statement:
      'A change of mode, subnet or availability zones needs a different public IP address resource; later changes may use the first one again.',
    ...onStv2,
    since: '2021-04-12',
    until: '2023-01-01',
    citations: [in2021, cite('ip-addresses-2021-12-21', 'Changes to the IP addresses'), in2023],
  },
  {
    id: 'public-ip-may-differ',
    title: 'Another public IP address for changes is optional',
    statement:
      'A move from internal to external mode, or to another subnet, may name another public IP address; otherwise Azure manages the address.',
    ...onStv2,
    since: '2024-05-21',
    citations: [cite('ip-addresses-2024-05-21', 'Changes to the IP addresses'), in2026],
  },
  {
    id: 'first-deployment-test',
    title: 'Test from the subnet when the first deployment fails',
    statement:
      'A virtual machine in the subnet shows whether Blob storage, Table storage, Azure SQL and, on stv2, Key Vault can be reached.',
    ...injected,
    citations: [
      cite('vnet-reference-2019-09-09', 'Troubleshooting'),
      cite('internal-mode-2023', 'Troubleshooting'),
      cite('internal-mode-2026-08-24', 'Unsuccessful initial deployment'),
    ],
  },
  {
    id: 'v2-resource-provider-registered',
    title: 'Microsoft.Web is registered',
    statement:
      'The resource provider Microsoft.Web is registered in the subscription, so that the subnet can be delegated.',
    ...v2Network,
    citations: [
      cite('integrate-vnet-outbound-2026-08-26', 'Subnet delegation'),
      cite('inject-vnet-v2-2025-10-08', 'Subnet delegation'),
    ],
  },
  {
    id: 'v2-network-permissions',
    title: 'Permissions on the network',
    statement:
      'The account that sets up the network needs virtualNetworks/read, virtualNetworks/subnets/read and virtualNetworks/subnets/join/action of Microsoft.Network.',
    ...v2Network,
    citations: [
      cite('integrate-vnet-outbound-2026-08-26', 'Permissions'),
      cite('inject-vnet-v2-2025-10-08', 'Permissions'),
    ],
  },
  {
    id: 'v2-api-version',
    title: 'API version for the v2 tiers',
    statement: 'Templates for the v2 tiers use API version 2024-05-01 or later.',
    tiers: ['BASIC_V2', 'STANDARD_V2', 'PREMIUM_V2'],
    virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
    platforms: ['STV2'],
    citations: [cite('v2-tiers-overview-2026-04-21', 'API version')],
  },
];
