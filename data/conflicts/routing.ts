/** Where documents disagree on forced tunneling: the service endpoints it needs, and routes by service tag. */

import type { Conflict } from '../model.ts';
import { citeWeeklyFile } from '../weekly-files.ts';
import { said } from './define.ts';

const forced = 'Force tunnel traffic';

export const routingConflicts: readonly Conflict[] = [
  {
    id: 'forced-tunneling-service-endpoints',
    title: 'Service endpoints for forced tunneling',
    positions: [
      {
        statement: 'Azure SQL, Storage, Event Hubs and Service Bus.',
        citations: [said('vnet-reference-2019-09-09', 'Force tunneling: service endpoints')],
      },
      {
        statement: 'Azure SQL, Storage, Event Hubs and Key Vault.',
        citations: [said('vnet-reference-2021-08-06', 'Force tunneling traffic')],
      },
      {
        statement: 'Azure SQL, Storage and Event Hubs; Key Vault on stv2 only.',
        citations: [said('internal-mode-2023', forced)],
      },
      {
        statement: 'Azure SQL, Storage, Event Hubs and Key Vault, on any platform.',
        citations: [
          said('forced-tunneling-2023-11-29', forced),
          said('internal-mode-2026-08-24', forced),
        ],
      },
    ],
    appliedReading:
      'Azure SQL, Storage and Event Hubs on both platforms, Key Vault on stv2; Service Bus remains a fact of 2019.',
    reason:
      'No text after 2019 names Service Bus. Since 2023 the port table calls Key Vault optional on stv1, and the next text only leaves out the platform that the one before names.',
    touches: [
      { kind: 'NETWORK_FACT', id: 'service-endpoint-service-bus' },
      { kind: 'NETWORK_FACT', id: 'service-endpoint-key-vault-stv2' },
      { kind: 'NETWORK_FACT', id: 'service-endpoint-key-vault' },
      { kind: 'SERVICE_TAG', id: 'ServiceBus' },
    ],
  },
  {
    id: 'management-route-by-tag-in-china',
    title: 'A route by service tag in China',
    positions: [
      {
        statement:
          'A route for the tag ApiManagement with next hop Internet returns management traffic; the text makes no exception for any cloud.',
        citations: [
          said('forced-tunneling-2023-11-29', forced),
          said('internal-mode-2026-08-24', forced),
        ],
      },
      {
        statement:
          'The tag ApiManagement is for security rules; user-defined routes are not among its features.',
        citations: [citeWeeklyFile('CHINA', 'ApiManagement, networkFeatures', 'DISPUTED')],
      },
    ],
    appliedReading: 'In China, routes name the prefixes of the tag instead of the tag.',
    reason: 'Routes by prefix work in either case.',
    touches: [
      { kind: 'NETWORK_FACT', id: 'management-route-china' },
      { kind: 'NETWORK_FACT', id: 'management-return-route' },
      { kind: 'SERVICE_TAG', id: 'ApiManagement' },
    ],
  },
];
