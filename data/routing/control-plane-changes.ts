/** How control-plane addresses changed in 2023 and what that means for rules by address, from the notices of both changes. */

import { cite } from '../cite.ts';
import type { NetworkFact } from '../model.ts';
import { citeWeeklyFile } from '../weekly-files.ts';
import { injected } from './define.ts';

const march = 'breaking-change-source-ip-2022-02-07';
const september = 'breaking-change-source-ip-2022-07-25';
const table2023 = cite('vnet-reference-2023-01-06', 'Control plane IP addresses');

export const controlPlaneChanges: readonly NetworkFact[] = [
  {
    id: 'control-plane-addresses-changed-march-2023',
    title: 'New control-plane addresses in seven regions, spring 2023',
    statement:
      'Brazil South, Canada Central, Central India, Germany West Central, Korea Central, South Africa North and South Central US got another control-plane address, announced for 31 March 2023; the old ones may be removed since 20 April 2023.',
    ...injected,
    effectiveOn: '2023-03-31',
    citations: [
      cite(march, 'Resource provider source IP address updates'),
      table2023,
      citeWeeklyFile('PUBLIC', 'ApiManagement'),
    ],
  },
  {
    id: 'control-plane-address-changed-september-2023',
    title: 'New control-plane address in Switzerland North, September 2023',
    statement:
      'In Switzerland North the control plane calls from 51.107.246.176 since 30 September 2023, before that from 51.107.0.91.',
    ...injected,
    effectiveOn: '2023-09-30',
    citations: [
      cite(september, 'Resource provider source IP address updates'),
      table2023,
      citeWeeklyFile('PUBLIC', 'ApiManagement.SwitzerlandNorth'),
    ],
  },
  {
    id: 'control-plane-address-missed',
    title: 'What a missing control-plane address stops',
    statement:
      'An instance that does not allow the new address still serves requests, but its APIs, policies and settings cannot be changed; with the ApiManagement tag the next such change needs no work.',
    ...injected,
    citations: [
      cite(march, 'What is the deadline for the change?'),
      cite(september, 'What is the deadline for the change?'),
      cite(september, 'Can I avoid this sort of change in the future?'),
    ],
  },
  {
    id: 'control-plane-addresses-all',
    title: 'Where a region has two control-plane addresses, allow both',
    statement:
      'If the list of 2023-01-06 prints two control-plane addresses for a region, rules by address allow both of them.',
    ...injected,
    since: '2023-01-06',
    until: '2023-08-29',
    citations: [
      cite('vnet-reference-2023-01-06', 'Control plane IP addresses'),
      cite('vnet-reference-2023-08-29', 'Control plane IP addresses'),
    ],
  },
];
