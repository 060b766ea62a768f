/** The tiers and what each can do in a virtual network, from the networking-concepts and v2-tiers pages. */

import { cite } from './cite.ts';
import type { NetworkingOption, NetworkingOptionSupport, TierProfile } from './model.ts';
import { networkingOptions } from './model.ts';

const optionTable = [cite('virtual-network-concepts-2024-10-16', 'Networking models compared')];

/** All five options: those named in `supported` with their note, the others as not supported. */
function networking(
  supported: Partial<Record<NetworkingOption, string | true>>,
): readonly NetworkingOptionSupport[] {
  return networkingOptions.map((option) => {
    const support = supported[option];
    return {
      option,
      isSupported: support !== undefined,
      ...(typeof support === 'string' && { note: support }),
      citations: optionTable,
    };
  });
}

const whileNotInjected = 'Only while the instance is not injected; managed gateway only.';
const managedGatewayOnly = 'Managed gateway only.';

const dedicatedAddress = cite('ip-addresses-2026-09-11', 'Public IP addresses');
const sharedAddress = cite(
  'ip-addresses-2026-09-11',
  'IP addresses of Consumption and v2 tier instances',
);
const v2Overview = cite('v2-tiers-overview-2026-04-21', 'Networking options');
const v2UnitLimit = cite('v2-tiers-overview-2026-04-21', 'Key capabilities');

export const tierProfiles: readonly TierProfile[] = [
  {
    tier: 'CONSUMPTION',
    displayName: 'Consumption',
    skuName: 'Consumption',
    description: 'Runs on shared infrastructure and has no virtual-network feature at all.',
    networking: networking({}),
    supportsMultiRegion: false,
    supportsAvailabilityZones: false,
    hasDedicatedPublicAddress: false,
    citations: [...optionTable, sharedAddress],
  },
  {
    tier: 'DEVELOPER',
    displayName: 'Developer',
    skuName: 'Developer',
    description:
      'One unit for evaluation. Can be injected in external or internal mode; updates interrupt it.',
    networking: networking({
      EXTERNAL_INJECTION: true,
      INTERNAL_INJECTION: true,
      INBOUND_PRIVATE_ENDPOINT: whileNotInjected,
    }),
    supportsMultiRegion: false,
    supportsAvailabilityZones: false,
    hasDedicatedPublicAddress: true,
    maxUnits: 1,
    citations: [
      ...optionTable,
      dedicatedAddress,
      cite('vnet-reference-2026-04-30', 'Azure load balancer'),
    ],
  },
  {
    tier: 'BASIC',
    displayName: 'Basic',
    skuName: 'Basic',
    description:
      'Has its own public address and supports private endpoints, but cannot be injected.',
    networking: networking({ INBOUND_PRIVATE_ENDPOINT: managedGatewayOnly }),
    supportsMultiRegion: false,
    supportsAvailabilityZones: false,
    hasDedicatedPublicAddress: true,
    citations: [...optionTable, dedicatedAddress],
  },
  {
    tier: 'STANDARD',
    displayName: 'Standard',
    skuName: 'Standard',
    description:
      'Has its own public address and supports private endpoints, but cannot be injected.',
    networking: networking({ INBOUND_PRIVATE_ENDPOINT: managedGatewayOnly }),
    supportsMultiRegion: false,
    supportsAvailabilityZones: false,
    hasDedicatedPublicAddress: true,
    citations: [...optionTable, dedicatedAddress],
  },
  {
    tier: 'PREMIUM',
    displayName: 'Premium',
    skuName: 'Premium',
    description:
      'Can be injected in external or internal mode, in several regions and availability zones. The page of 2025-04-17 sets the limit at 31 units; an older one names a soft limit of 12, with more on request.',
    networking: networking({
      EXTERNAL_INJECTION: true,
      INTERNAL_INJECTION: true,
      INBOUND_PRIVATE_ENDPOINT: whileNotInjected,
    }),
    supportsMultiRegion: true,
    supportsAvailabilityZones: true,
    hasDedicatedPublicAddress: true,
    maxUnits: 31,
    citations: [
      ...optionTable,
      dedicatedAddress,
      cite('ip-addresses-2026-09-11', 'Changes to IP addresses'),
      cite('injection-resources-2025-04-17', 'Key points', 'DISPUTED'),
      cite('virtual-network-concepts-2023', 'Subnet size', 'DISPUTED'),
    ],
  },
  {
    tier: 'BASIC_V2',
    displayName: 'Basic v2',
    skuName: 'BasicV2',
    description: 'For development and test, with a service level. Has no virtual-network feature.',
    networking: networking({}),
    supportsMultiRegion: false,
    supportsAvailabilityZones: false,
    hasDedicatedPublicAddress: false,
    maxUnits: 10,
    citations: [...optionTable, sharedAddress, v2Overview, v2UnitLimit],
  },
  {
    tier: 'STANDARD_V2',
    displayName: 'Standard v2',
    skuName: 'StandardV2',
    description: 'Reaches private backends by outbound integration; its own endpoints stay public.',
    networking: networking({
      OUTBOUND_INTEGRATION: 'At creation or later; covers the gateway only.',
      INBOUND_PRIVATE_ENDPOINT: 'Managed gateway only; can be combined with outbound integration.',
    }),
    supportsMultiRegion: false,
    supportsAvailabilityZones: false,
    hasDedicatedPublicAddress: false,
    maxUnits: 10,
    citations: [...optionTable, sharedAddress, v2Overview, v2UnitLimit],
  },
  {
    tier: 'PREMIUM_V2',
    displayName: 'Premium v2',
    skuName: 'PremiumV2',
    description:
      'Can be injected without route tables or service endpoints, or integrated for outbound traffic.',
    networking: networking({
      V2_INJECTION: 'Only when the instance is created; covers the gateway only.',
      OUTBOUND_INTEGRATION: 'Only instead of injection; you cannot switch between the two.',
      INBOUND_PRIVATE_ENDPOINT: 'Managed gateway only; created as a resource of its own.',
    }),
    supportsMultiRegion: false,
    supportsAvailabilityZones: true,
    hasDedicatedPublicAddress: false,
    maxUnits: 30,
    citations: [
      ...optionTable,
      sharedAddress,
      v2Overview,
      v2UnitLimit,
      cite('inject-vnet-v2-2025-10-08', 'Subnet size'),
    ],
  },
];
