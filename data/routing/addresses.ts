/** Which addresses an instance has, how long they last, and which one a backend sees, from the IP-address page. */

import { cite } from '../cite.ts';
import type { NetworkFact } from '../model.ts';
import { injected } from './define.ts';

const outboundAddresses = [
  cite('ip-addresses-2024-05-21', 'IP addresses for outbound traffic'),
  cite('ip-addresses-2026-09-11', 'IP addresses for outbound traffic'),
];

const dedicatedAddress = {
  tiers: ['DEVELOPER', 'BASIC', 'STANDARD', 'PREMIUM'],
  virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
  platforms: ['STV1', 'STV2'],
} as const;

export const addressFacts: readonly NetworkFact[] = [
  {
    id: 'public-address-dedicated',
    title: 'A public address of its own',
    statement: 'The public address of an instance belongs to that instance alone.',
    ...dedicatedAddress,
    citations: [
      cite('ip-addresses-2024-05-21', 'Public IP addresses'),
      cite('ip-addresses-2026-09-11', 'Public IP addresses'),
    ],
  },
  {
    id: 'addresses-static',
    title: 'Addresses last as long as the instance',
    statement:
      'The public address and, in internal mode, the private one stay the same for the life of an instance; the documents list the events that change them.',
    ...dedicatedAddress,
    citations: [
      cite('ip-addresses-2024-05-21', 'Changes to the IP addresses'),
      cite('ip-addresses-2026-09-11', 'Changes to IP addresses'),
    ],
  },
  {
    id: 'v2-instance-is-new',
    title: 'A v2 instance is a new instance',
    statement:
      'An instance of the Consumption tier or of a classic tier cannot become one of a v2 tier: the move needs a new instance, which has addresses of its own.',
    tiers: ['BASIC_V2', 'STANDARD_V2', 'PREMIUM_V2'],
    virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
    platforms: ['STV2'],
    since: '2026-04-21',
    citations: [
      cite('v2-tiers-overview-2026-04-21', 'Currently unavailable features'),
      cite('v2-tiers-overview-2026-04-21', 'Frequently asked questions'),
      cite('v2-tiers-overview-2026-04-21', 'Frequently asked questions: addresses', 'INFERRED'),
    ],
  },
  {
    id: 'private-address-internal-mode-only',
    title: 'A private address in internal mode only',
    statement: 'Only in internal mode an instance has a private address, which its endpoints use.',
    ...injected,
    citations: [
      cite('ip-addresses-2024-05-21', 'IP addresses in a virtual network'),
      cite('ip-addresses-2026-09-11', 'IP addresses in a virtual network'),
    ],
  },
  {
    id: 'scale-out-adds-addresses',
    title: 'Added units use more addresses of the subnet',
    statement:
      'Every added unit uses more addresses of the subnet, and private backends then see requests from them; calls to backends that allow only single addresses fail.',
    ...injected,
    citations: [
      cite('internal-mode-2023', 'VIP and DIP addresses'),
      cite('internal-mode-2026-08-24', 'VIP and DIP addresses'),
      ...outboundAddresses,
    ],
  },
  {
    id: 'public-address-per-location',
    title: 'One public address for each location',
    statement: 'With several regions, the instance has one public address in each of them.',
    ...injected,
    tiers: ['PREMIUM'],
    virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
    citations: [
      cite('ip-addresses-2024-05-21', 'Public IP addresses'),
      cite('ip-addresses-2026-09-11', 'Public IP addresses'),
    ],
  },
  {
    id: 'addresses-in-resource',
    title: 'Where to read the addresses',
    statement:
      'The portal shows the public and, in internal mode, the private address on the Overview page of the instance; the resource lists them as properties.publicIPAddresses and properties.privateIPAddresses.',
    ...injected,
    citations: [
      cite('ip-addresses-2024-05-21', 'IP addresses in a virtual network'),
      cite('ip-addresses-2026-09-11', 'IP addresses in a virtual network'),
    ],
  },
  {
    id: 'outbound-to-public-backends',
    title: 'Public backends see the public address',
    statement: 'Requests to internet-facing backends come from the public address, in both modes.',
    ...injected,
    citations: outboundAddresses,
  },
  {
    id: 'outbound-to-private-backends',
    title: 'Private backends see an address of the subnet',
    statement:
      'Requests to backends in the virtual network or a peered one come from any address of the subnet, so backends must allow the whole subnet range.',
    ...injected,
    citations: outboundAddresses,
  },
  {
    id: 'public-address-in-internal-mode',
    title: 'The public address in internal mode takes management traffic only',
    statement:
      'Inbound, the public address of internal mode serves only port 3443 and may be closed to all but the ApiManagement tag; outbound it still carries internet traffic.',
    ...injected,
    virtualNetworkTypes: ['INTERNAL'],
    citations: [cite('internal-mode-2026-08-24', 'Routing'), ...outboundAddresses],
  },
  {
    id: 'outbound-without-dedicated-address',
    title: 'Consumption and v2 tiers have no outbound address of their own',
    statement:
      'The outbound addresses of Consumption and the v2 tiers are neither static nor predictable; receivers must allow the ranges of the region, AzureCloud.<region> in the service-tag file.',
    tiers: ['CONSUMPTION', 'BASIC_V2', 'STANDARD_V2', 'PREMIUM_V2'],
    virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
    platforms: ['STV2'],
    citations: [
      // Its example has the ApiManagement tag of the region.
      cite(
        'ip-addresses-2021-12-21',
        'IP addresses of Consumption tier API Management service',
        'DISPUTED',
      ),
      cite('ip-addresses-2024-05-21', 'IP addresses of Consumption and v2 tier instances'),
      cite('ip-addresses-2026-09-11', 'IP addresses of Consumption and v2 tier instances'),
    ],
  },
];
