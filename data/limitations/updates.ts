/** How long network changes take and how long a subnet stays locked, by edition, from the mode pages. */

import { cite, citeOn } from '../cite.ts';
import type { NetworkFact } from '../model.ts';

const injected = {
  tiers: ['DEVELOPER', 'PREMIUM'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
  platforms: ['STV1', 'STV2'],
} as const;

const reread = citeOn('2026-11-28');
const serviceUpdate = cite('service-update-behavior-2026-04-09', 'Service update behavior');
const enableIn2019 = cite(
  'vnet-reference-2019-09-09',
  'Enable VNET connectivity using the Azure portal',
);
const enableIn2023 = cite('internal-mode-2023', 'Enable VNet connection');
const noteIn2026 = cite('internal-mode-2026-08-24', 'Note on changes of the infrastructure');

export const updateTimes: readonly NetworkFact[] = [
  {
    id: 'update-duration-2023',
    title: 'Updates take 15 to 45 minutes, until 2023',
    statement: 'A change of the network settings takes 15 to 45 minutes.',
    ...injected,
    since: '2021-04-12',
    until: '2023-01-01',
    citations: [
      reread('vnet-reference-2021-04-12', 'Enable VNET connectivity using the Azure portal'),
      reread('internal-mode-2022-01-03', 'Enable VNet connection'),
      enableIn2023,
    ],
  },
  {
    id: 'update-duration',
    title: 'Updates take 15 minutes or longer',
    statement:
      'A change of the infrastructure takes 15 minutes or longer, and longer still with many units or regions.',
    ...injected,
    since: '2026-04-09',
    citations: [serviceUpdate],
  },
  {
    id: 'update-downtime-developer',
    title: 'Updates interrupt the Developer tier',
    statement: 'A Developer instance is down during an update.',
    ...injected,
    tiers: ['DEVELOPER'],
    citations: [enableIn2023, serviceUpdate, noteIn2026],
  },
  {
    id: 'update-without-downtime',
    title: 'Updates do not interrupt the other tiers',
    statement:
      'An instance of any tier but Developer serves requests throughout an update; the texts of 2022 and 2023 say Basic and higher.',
    ...injected,
    tiers: ['BASIC', 'STANDARD', 'PREMIUM'],
    virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
    citations: [
      reread('internal-mode-2022-01-03', 'Enable VNet connection'),
      enableIn2023,
      serviceUpdate,
      noteIn2026,
    ],
  },
  {
    id: 'update-blocks-other-changes',
    title: 'One infrastructure change at a time',
    statement:
      'During an update no other change of the infrastructure is possible; APIs, products, policies and users can be changed.',
    ...injected,
    since: '2026-04-09',
    citations: [serviceUpdate],
  },
  {
    id: 'terraform-network-type-recreates',
    title: 'A new instance for another network mode, in Terraform in 2020',
    statement:
      'A user reports that version 2.16.0 of the azurerm provider plans a new instance when virtual_network_type changes from Internal to External.',
    ...injected,
    platforms: ['STV1'],
    since: '2020-07-22',
    until: '2020-07-22',
    citations: [
      cite('terraform-network-type-2020-07-22', 'Description'),
      cite('terraform-network-type-2020-07-22', 'Description: platform, by its date', 'INFERRED'),
    ],
  },
  {
    id: 'network-lock-2019-old-api',
    title: 'Network lock up to six hours, in 2019 with older API versions',
    statement:
      'With API version 2018-01-01 or earlier, a virtual network stays locked for up to six hours after the instance has left.',
    ...injected,
    platforms: ['STV1'],
    since: '2019-09-09',
    until: '2019-09-09',
    citations: [enableIn2019],
  },
  {
    id: 'network-lock-2019-new-api',
    title: 'No network lock, in 2019 with newer API versions',
    statement:
      'With API version 2019-01-01 or later, a virtual network is free as soon as the instance is deleted.',
    ...injected,
    platforms: ['STV1'],
    since: '2019-09-09',
    until: '2019-09-09',
    citations: [enableIn2019],
  },
  {
    id: 'network-lock-2023',
    title: 'Network lock up to six hours, in 2023',
    statement: 'Returning to an earlier subnet is possible after up to six hours.',
    ...injected,
    since: '2023-01-01',
    until: '2023-01-01',
    citations: [cite('internal-mode-2023', 'Challenges in reassigning to the previous subnet')],
  },
  {
    id: 'network-lock',
    title: 'Network lock up to one hour',
    statement: 'Returning to an earlier subnet is possible after up to one hour.',
    ...injected,
    since: '2026-08-24',
    citations: [
      cite('internal-mode-2026-08-24', 'Challenges in reassigning to the previous subnet'),
    ],
  },
  {
    id: 'network-lock-resource-group',
    title: 'Lock on the resource group',
    statement:
      'A lock on the resource group or above keeps the subnet in use; once the lock is removed, the instance needs about four to six hours to release the subnet.',
    ...injected,
    citations: [
      cite('internal-mode-2023', 'Challenges in reassigning to the previous subnet'),
      cite('internal-mode-2026-08-24', 'Challenges in reassigning to the previous subnet'),
    ],
  },
];
