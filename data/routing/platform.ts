/** Addresses and hosts of Azure itself: those of the host of the machines, and those of Resource Manager by cloud. */

import { cite } from '../cite.ts';
import type { PlatformAddress, ResourceManagerEndpoint } from '../model.ts';

const inOverview = cite('nsg-overview-2025-07-15', 'Azure platform considerations');

export const platformAddresses: readonly PlatformAddress[] = [
  {
    address: '168.63.129.16',
    title: "Virtual address of the machines' host",
    description:
      'Load balancers send their health probes from it, and the DNS and DHCP that Azure provides use it; it is the same in every region and cloud.',
    citations: [inOverview],
  },
  {
    address: '169.254.169.254',
    title: 'Instance metadata service',
    description:
      'Virtual machines read their own metadata and the tokens of their managed identity from it; only the machine itself can reach it.',
    citations: [
      inOverview,
      cite('nsg-overview-2025-07-15', 'Azure platform considerations: purpose', 'INFERRED'),
    ],
  },
];

const addressCall = 'IP addresses in a virtual network';

export const resourceManagerEndpoints: readonly ResourceManagerEndpoint[] = [
  {
    cloud: 'PUBLIC',
    url: 'https://management.azure.com',
    citations: [
      cite('ip-addresses-2024-05-21', addressCall),
      cite('ip-addresses-2026-09-11', addressCall),
    ],
  },
  {
    cloud: 'US_GOVERNMENT',
    url: 'https://management.usgovcloudapi.net',
    citations: [cite('ip-addresses-2026-09-11', `${addressCall}: host in this cloud`, 'INFERRED')],
  },
  {
    cloud: 'CHINA',
    url: 'https://management.chinacloudapi.cn',
    citations: [cite('ip-addresses-2026-09-11', `${addressCall}: host in this cloud`, 'INFERRED')],
  },
];
