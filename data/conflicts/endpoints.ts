/** Where documents disagree on host names, or where the stored text of one has lost them. */

import { cite } from '../cite.ts';
import type { Conflict } from '../model.ts';
import { said } from './define.ts';

const metrics = 'Metrics and health monitoring';
const publishing = 'Publishing the developer portal';
const captcha = 'Developer portal CAPTCHA';

export const endpointConflicts: readonly Conflict[] = [
  {
    id: 'captcha-hosts',
    title: 'Hosts of the developer portal CAPTCHA',
    positions: [
      {
        statement:
          'Every edition of the network reference from 2019-09-09 to 2026-04-30 prints client.hip.live.com and partner.hip.live.com.',
        citations: [
          said('vnet-reference-2019-09-09', captcha),
          said('vnet-reference-2021-08-06', captcha),
          said('vnet-reference-2023-01-06', captcha),
          said('vnet-reference-2023-11-29', captcha),
          said('vnet-reference-2025-06-17', captcha),
          said('vnet-reference-2026-04-30', captcha),
        ],
      },
      {
        statement:
          'Since 30 September 2025 the host is partner.prod.repmap.microsoft.com, in Azure Government partner.prod.repmap.microsoft.us; if it is blocked, nobody can register or reset a password.',
        citations: [
          said('breaking-change-captcha-2022-09-06', 'What do I need to do?'),
          said('breaking-changes-overview-2025-12-03', 'Upcoming breaking changes'),
        ],
      },
    ],
    appliedReading:
      'The new hosts are in use since 30 September 2025, and the old ones end on that day.',
    reason:
      'The notice announces the change with a date; the reference still has its old sentence.',
    touches: [
      { kind: 'ENDPOINT', id: 'captcha-old' },
      { kind: 'ENDPOINT', id: 'captcha-public' },
      { kind: 'ENDPOINT', id: 'captcha-us-government' },
    ],
  },
  {
    id: 'developer-portal-publishing',
    title: 'Storage for publishing the developer portal',
    positions: [
      {
        statement:
          'Publishing needs blob storage in West US, whatever the region of the instance: Storage.WestUS.',
        citations: [
          said('vnet-reference-2021-08-06', 'Regional service tags'),
          said('vnet-reference-2023-01-06', publishing),
          said('vnet-reference-2023-08-29', publishing),
          said('vnet-reference-2023-11-29', publishing),
        ],
      },
      {
        statement: 'Publishing needs Azure Storage: the whole tag or a regional one.',
        citations: [
          said('vnet-reference-2025-06-17', publishing),
          said('vnet-reference-2026-04-30', publishing),
        ],
      },
    ],
    appliedReading:
      'The whole tag or the tag of the region satisfies the rule for Storage in every edition; Storage.WestUS is an endpoint until November 2023.',
    reason:
      'No text since 2025 names West US, and before that it concerned publishing only, not the instance itself.',
    touches: [
      { kind: 'ENDPOINT', id: 'developer-portal-publishing-west-us' },
      { kind: 'ENDPOINT', id: 'developer-portal-publishing' },
      { kind: 'PORT_RULE', id: 'storage' },
    ],
  },
  {
    id: 'metrics-hosts-by-cloud',
    title: 'Metrics hosts, by cloud or in one list',
    positions: [
      {
        statement:
          'The stored text has lost the labels of two table rows, so it lists the hosts of all three clouds under Azure Public.',
        citations: [cite('vnet-reference-2023-01-06', metrics, 'INFERRED')],
      },
      {
        statement: 'The table gives each cloud a row of its own: 9, 12 and 11 hosts.',
        citations: [
          cite('vnet-reference-2023-08-29', metrics),
          cite('vnet-reference-2023-11-29', metrics),
          cite('vnet-reference-2026-04-30', metrics),
        ],
      },
    ],
    appliedReading: 'Three lists, one for each cloud.',
    reason:
      'The hosts and their order are the same; the list of Azure Government begins with fairfax, that of China with mooncake.',
    touches: [
      { kind: 'ENDPOINT', id: 'metrics-public' },
      { kind: 'ENDPOINT', id: 'metrics-us-government' },
      { kind: 'ENDPOINT', id: 'metrics-china' },
    ],
  },
  {
    id: 'internal-host-names-lost',
    title: 'Host names of internal mode',
    positions: [
      {
        statement:
          'The stored text lists the endpoints without their host names, and a default route without its prefix: both were lost when the page was extracted.',
        citations: [
          cite('internal-mode-2023', 'Access on default host names', 'INFERRED'),
          cite('internal-mode-2023', 'Force tunnel traffic', 'INFERRED'),
        ],
      },
      {
        statement:
          'The page lists names under azure-api.net for the gateway, both portals, management and Git.',
        citations: [cite('internal-mode-2026-08-24', 'Access on default host names')],
      },
    ],
    appliedReading:
      'The names on the page of 2026-08-24 apply to all editions; the default route is 0.0.0.0/0, as the page of 2019 prints it.',
    reason: 'The order of the endpoints is the same in both texts.',
    touches: [
      { kind: 'SOURCE', id: 'internal-mode-2023' },
      { kind: 'NETWORK_FACT', id: 'internal-host-gateway' },
      { kind: 'NETWORK_FACT', id: 'internal-host-legacy-portal' },
      { kind: 'NETWORK_FACT', id: 'internal-host-developer-portal' },
      { kind: 'NETWORK_FACT', id: 'internal-host-management' },
      { kind: 'NETWORK_FACT', id: 'internal-host-git' },
      { kind: 'NETWORK_FACT', id: 'forced-tunneling-breaks-dependencies' },
    ],
  },
];
