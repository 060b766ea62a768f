/** Where documents disagree on addresses: which region a control-plane address belongs to, and who provides the public one. */

import type { Conflict } from '../model.ts';
import { citeWeeklyFile } from '../weekly-files.ts';
import { said } from './define.ts';

const controlPlane = 'Control plane IP addresses';

export const addressConflicts: readonly Conflict[] = [
  {
    id: 'south-africa-address',
    title: 'Old control-plane address of South Africa North',
    positions: [
      {
        statement:
          '102.133.0.79 is the address of South Africa West. South Africa North has 102.133.130.197 and, since 2023, also 102.37.166.220.',
        citations: [
          said('vnet-reference-2021-08-06', controlPlane),
          said('vnet-reference-2023-01-06', controlPlane),
        ],
      },
      {
        statement:
          '102.133.0.79 is the old address of South Africa North, replaced by 102.37.166.220.',
        citations: [
          said(
            'breaking-change-source-ip-2022-02-07',
            'Resource provider source IP address updates',
          ),
        ],
      },
      {
        statement: '102.133.0.79 is in the prefixes of South Africa West.',
        citations: [citeWeeklyFile('PUBLIC', 'ApiManagement.SouthAfricaWest')],
      },
    ],
    appliedReading:
      '102.133.0.79 belongs to South Africa West; South Africa North has 102.133.130.197 and 102.37.166.220.',
    reason:
      'The service-tag file agrees with the table. If you follow the notice, you remove the address that South Africa West needs.',
    touches: [
      { kind: 'REGION', id: 'southafricanorth' },
      { kind: 'REGION', id: 'southafricawest' },
    ],
  },
  {
    id: 'india-region-names',
    title: 'India Central and Central India',
    positions: [
      {
        statement:
          'The table calls the regions of 20.192.234.160 and 20.193.202.160 Jio India Central and Jio India West.',
        citations: [said('vnet-reference-2021-08-06', controlPlane)],
      },
      {
        statement: 'The table calls the same two regions India Central and India West.',
        citations: [
          said('vnet-reference-2023-01-06', controlPlane),
          said('vnet-reference-2023-08-29', controlPlane),
        ],
      },
      {
        statement: 'The two addresses are in the prefixes of JioIndiaCentral and JioIndiaWest.',
        citations: [
          citeWeeklyFile('PUBLIC', 'ApiManagement.JioIndiaCentral'),
          citeWeeklyFile('PUBLIC', 'ApiManagement.JioIndiaWest'),
        ],
      },
    ],
    appliedReading:
      'India Central and India West are other names of the Jio regions; Central India and West India are two different regions.',
    reason: 'The addresses are the same in all three, and each name means one region only.',
    touches: [
      { kind: 'REGION', id: 'jioindiacentral' },
      { kind: 'REGION', id: 'jioindiawest' },
      { kind: 'REGION', id: 'centralindia' },
      { kind: 'REGION', id: 'westindia' },
    ],
  },
  {
    id: 'public-ip-address',
    title: 'Public IP address resource: required, different, or optional',
    positions: [
      {
        statement:
          'A public IP address is required in both modes, and a change of mode, subnet or zones needs a different one.',
        citations: [
          said('internal-mode-2023', 'Prerequisites'),
          said('virtual-network-concepts-2023', 'Network resource requirements for injection'),
        ],
      },
      {
        statement:
          'You may name a different one for such a change; otherwise Azure manages the address.',
        citations: [said('ip-addresses-2024-05-21', 'Changes to the IP addresses')],
      },
      {
        statement: 'You may provide a public IP address, but you do not have to.',
        citations: [
          said('injection-resources-2025-04-17', 'Network resource requirements'),
          said('internal-mode-2026-08-24', 'Prerequisites'),
        ],
      },
    ],
    appliedReading:
      'On stv2 a public IP address is optional since May 2024; if you provide one, it must meet the requirements for it.',
    reason: 'All texts since May 2024 agree.',
    touches: [
      { kind: 'NETWORK_FACT', id: 'public-ip-required' },
      { kind: 'NETWORK_FACT', id: 'public-ip-optional' },
      { kind: 'NETWORK_FACT', id: 'public-ip-must-differ' },
      { kind: 'NETWORK_FACT', id: 'public-ip-may-differ' },
      { kind: 'IP_CHANGE_TRIGGER', id: 'public-ip-resource-changed' },
    ],
  },
];
