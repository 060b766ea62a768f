/** The figures behind the address arithmetic of a subnet, from the sizing sections of the network-resource pages. */

import { cite } from '../cite.ts';
import type { SubnetArithmetic } from '../model.ts';

const concepts = (section: string) => cite('virtual-network-concepts-2023', section);
const integration = (section: string) => cite('integrate-vnet-outbound-2026-08-26', section);
const injection = (section: string) => cite('inject-vnet-v2-2025-10-08', section);

const classicSizes = cite('injection-resources-2025-04-17', 'Subnet size');
const inferredSize = cite('injection-resources-2025-04-17', 'Key points', 'INFERRED');
const fewAddresses =
  'The minimum size has room for one unit and, in internal mode, the load balancer.';
const premiumReason =
  'Has room for 13 units, more than the older soft limit of 12; the newer limit of 31 units needs /25.';
const v2Reason = 'Leaves room for scaling, as the documents recommend.';

export const subnetArithmetic: readonly SubnetArithmetic[] = [
  {
    tiers: ['DEVELOPER'],
    virtualNetworkType: 'EXTERNAL',
    addressesPerUnit: 1,
    loadBalancerAddresses: 0,
    longestPrefixLength: 29,
    recommendedPrefixLength: 29,
    recommendedPrefixReason: fewAddresses,
    citations: [classicSizes, concepts('Subnet size'), inferredSize],
  },
  {
    tiers: ['DEVELOPER'],
    virtualNetworkType: 'INTERNAL',
    addressesPerUnit: 1,
    loadBalancerAddresses: 1,
    longestPrefixLength: 29,
    recommendedPrefixLength: 29,
    recommendedPrefixReason: fewAddresses,
    citations: [classicSizes, concepts('Subnet size'), inferredSize],
  },
  {
    tiers: ['PREMIUM'],
    virtualNetworkType: 'EXTERNAL',
    addressesPerUnit: 2,
    loadBalancerAddresses: 0,
    longestPrefixLength: 29,
    recommendedPrefixLength: 27,
    recommendedPrefixReason: premiumReason,
    citations: [classicSizes, concepts('Examples'), inferredSize],
  },
  {
    tiers: ['PREMIUM'],
    virtualNetworkType: 'INTERNAL',
    addressesPerUnit: 2,
    loadBalancerAddresses: 1,
    longestPrefixLength: 29,
    recommendedPrefixLength: 27,
    recommendedPrefixReason: premiumReason,
    citations: [classicSizes, concepts('Examples'), inferredSize],
  },
  {
    tiers: ['STANDARD_V2', 'PREMIUM_V2'],
    virtualNetworkType: 'EXTERNAL',
    addressesPerUnit: 2,
    loadBalancerAddresses: 0,
    longestPrefixLength: 27,
    recommendedPrefixLength: 24,
    recommendedPrefixReason: v2Reason,
    delegation: 'Microsoft.Web/serverFarms',
    citations: [
      integration('Subnet size'),
      cite('inject-vnet-v2-2025-10-08', 'Subnet size: addresses per unit', 'INFERRED'),
    ],
  },
  {
    tiers: ['PREMIUM_V2'],
    virtualNetworkType: 'INTERNAL',
    addressesPerUnit: 2,
    loadBalancerAddresses: 1,
    longestPrefixLength: 27,
    recommendedPrefixLength: 24,
    recommendedPrefixReason: v2Reason,
    delegation: 'Microsoft.Web/hostingEnvironments',
    citations: [injection('Subnet size')],
  },
];
