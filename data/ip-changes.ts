/** The events that change the addresses of an instance, from the IP-address page and its older editions. */

import { cite, citeOn } from './cite.ts';
import type { IpChangeTrigger, Tier } from './model.ts';

const dedicatedAddressTiers: readonly Tier[] = ['DEVELOPER', 'BASIC', 'STANDARD', 'PREMIUM'];
const injectionTiers: readonly Tier[] = ['DEVELOPER', 'PREMIUM'];

const in2019 = cite('ip-addresses-2019-08-29', 'Changes to the IP addresses');
const inApril2021 = cite('ip-addresses-2021-04-13', 'Changes to the IP addresses');
const in2021 = cite('ip-addresses-2021-12-21', 'Changes to the IP addresses');
const in2024 = cite('ip-addresses-2024-05-21', 'Changes to the IP addresses');
const in2026 = cite('ip-addresses-2026-09-11', 'Changes to IP addresses');
const publicIpInternalMode = cite('internal-mode-2026-08-24', 'Prerequisites');
/** No document says so about the private address separately; it follows from the single list, and users report it. */
const privateAddressToo = cite(
  'ip-addresses-2026-09-11',
  'Changes to IP addresses: private address',
  'INFERRED',
);

const oneList =
  'The documents give one list for the public address and, in internal mode, the private one.';

export const ipChangeTriggers: readonly IpChangeTrigger[] = [
  {
    id: 'instance-recreated',
    title: 'Instance deleted and created again',
    description: `A new instance of the same name gets new addresses. ${oneList}`,
    tiers: dedicatedAddressTiers,
    since: '2019-08-29',
    affectsPublicAddress: true,
    affectsPrivateAddress: true,
    advice: 'Update an instance in place; before deleting one, list who allows its addresses.',
    citations: [in2019, inApril2021, in2021, in2024, in2026],
  },
  {
    id: 'subscription-disabled',
    title: 'Subscription disabled or warned, then reinstated',
    description: `When the subscription goes out of service, for example for nonpayment, and comes back, the address changes. Older editions call the state suspended. ${oneList}`,
    tiers: dedicatedAddressTiers,
    since: '2019-08-29',
    affectsPublicAddress: true,
    affectsPrivateAddress: true,
    advice: 'After a subscription comes back, read the addresses again before reopening traffic.',
    citations: [in2019, inApril2021, in2021, in2024, in2026],
  },
  {
    id: 'virtual-network-added-or-removed',
    title: 'Virtual network added or removed',
    description: `Injecting an instance, or taking it out of its network, changes the address. ${oneList}`,
    tiers: injectionTiers,
    since: '2019-08-29',
    affectsPublicAddress: true,
    affectsPrivateAddress: true,
    advice: 'Decide on injection before clients and backends allow the address.',
    citations: [
      in2019,
      cite('vnet-reference-2019-09-09', 'Enable VNET connectivity using the Azure portal'),
      inApril2021,
      in2021,
      in2024,
      in2026,
    ],
  },
  {
    id: 'mode-switched',
    title: 'Switched between external and internal mode',
    description: `Either direction changes the address; a private one exists in internal mode only. ${oneList}`,
    tiers: injectionTiers,
    since: '2019-08-29',
    affectsPublicAddress: true,
    affectsPrivateAddress: true,
    advice: 'Update DNS records and allow lists together with the switch.',
    citations: [
      in2019,
      cite('vnet-reference-2019-09-09', 'Enable VNET connectivity using the Azure portal'),
      inApril2021,
      in2021,
      in2024,
      in2026,
    ],
  },
  {
    id: 'subnet-changed',
    title: 'Moved to another subnet',
    description: `The instance gets addresses of the new subnet, and the private one may differ even after a return to the old subnet. ${oneList}`,
    tiers: injectionTiers,
    since: '2024-05-21',
    affectsPublicAddress: true,
    affectsPrivateAddress: true,
    advice: 'Size the subnet for growth at the start; allow the whole subnet range in backends.',
    citations: [in2024, in2026],
  },
  {
    id: 'public-ip-resource-changed',
    title: 'Configured with another public IP address resource',
    description: `The address of the new resource becomes the public one. Users report that the private address changes too, although the subnet stays. ${oneList}`,
    tiers: injectionTiers,
    since: '2024-05-21',
    affectsPublicAddress: true,
    affectsPrivateAddress: true,
    advice:
      'Plan DNS changes for the private address too, and keep the old resource so that you can go back.',
    citations: [in2024, in2026, publicIpInternalMode, privateAddressToo],
  },
  {
    id: 'platform-migrated',
    title: 'Migrated from stv1 to stv2',
    description: `The move to the newer compute platform brings new addresses. Later editions drop the entry: stv1 is retired. ${oneList}`,
    tiers: injectionTiers,
    since: '2024-03-14',
    until: '2024-05-21',
    affectsPublicAddress: true,
    affectsPrivateAddress: true,
    advice: 'Read both addresses after the migration and update allow lists and DNS records.',
    citations: [
      citeOn('2026-11-28')('migrate-stv2-2024-03-14', 'What happens during migration?'),
      in2024,
    ],
  },
  {
    id: 'availability-zones-changed',
    title: 'Availability zones enabled, added or removed',
    description: `Any change of the zones of a location changes its address. ${oneList}`,
    tiers: ['PREMIUM'],
    since: '2021-04-13',
    affectsPublicAddress: true,
    affectsPrivateAddress: true,
    advice: 'Choose the zones when the location is deployed.',
    citations: [inApril2021, in2021, in2024, in2026],
  },
  {
    id: 'region-vacated',
    title: 'Region vacated, then reinstated',
    description: `In a multi-region instance, a location that is removed and added again gets a new regional address. ${oneList}`,
    tiers: ['PREMIUM'],
    since: '2019-08-29',
    affectsPublicAddress: true,
    affectsPrivateAddress: true,
    advice: 'Take a gateway out of rotation rather than removing its location.',
    citations: [in2019, inApril2021, in2021, in2024, in2026],
  },
];
