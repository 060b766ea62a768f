/** Where pages about retirements name different days for the same retirement. */

import type { Conflict } from '../model.ts';
import { said } from './define.ts';

export const retirementConflicts: readonly Conflict[] = [
  {
    id: 'retirement-dates',
    title: 'Retirement dates',
    positions: [
      {
        statement: 'In Azure Government and China stv1 ends on 28 February 2025.',
        citations: [said('stv1-retirement-2024-08-08', 'stv1 platform retirement')],
      },
      {
        statement:
          'In Azure Government and China stv1 ends on 24 February 2025; trusted service connectivity ends on 31 March 2026; managed certificates are suspended until 15 March 2026.',
        citations: [said('breaking-changes-overview-2025-12-03', 'Upcoming breaking changes')],
      },
      {
        statement: 'Trusted service connectivity ends on 15 March 2026.',
        citations: [
          said('trusted-service-connectivity-2025-12-18', 'What is the deadline for the change?'),
          said('trusted-service-connectivity-2026-01-15', 'What is the deadline for the change?'),
        ],
      },
      {
        statement:
          'Managed certificates are suspended until 30 October 2026 (notice at the top), 30 June 2026 (text) or 15 March 2026 (section on the deadline).',
        citations: [
          said('managed-certificates-suspension-2026-07-23', 'Creation temporarily suspended'),
          said(
            'managed-certificates-suspension-2026-07-23',
            'What is the deadline for the change?',
          ),
        ],
      },
      {
        statement: 'Managed certificates are suspended until 30 October 2026.',
        citations: [
          said(
            'managed-certificates-suspension-2026-08-26',
            'What is the deadline for the change?',
          ),
        ],
      },
    ],
    appliedReading:
      'Facts give the day of the later text and mention the other one: of the overview for stv1, of the page of January 2026 for trusted service connectivity, of the page of August 2026 for managed certificates.',
    reason:
      'A newer text corrects an older one, and each of the last two names one day throughout. To be ready in time, plan for the earlier day.',
    touches: [
      { kind: 'NETWORK_FACT', id: 'stv1-retired-other-clouds' },
      { kind: 'NETWORK_FACT', id: 'trusted-service-connectivity-retired' },
      { kind: 'NETWORK_FACT', id: 'managed-certificates-suspended' },
      { kind: 'SOURCE', id: 'managed-certificates-suspension-2026-07-23' },
      { kind: 'SOURCE', id: 'managed-certificates-suspension-2026-08-26' },
    ],
  },
  {
    id: 'key-vault-trusted-services',
    title: 'Key Vault through the exception for trusted services',
    positions: [
      {
        statement:
          'From March 2026 the exception for trusted services no longer lets API Management through to Key Vault, whatever it fetches there.',
        citations: [said('key-vault-network-2025-12-04', 'Requirements for Key Vault firewall')],
      },
      {
        statement:
          'A key vault with a firewall must let trusted services in, which API Management uses for the work of its control plane.',
        citations: [
          said('key-vault-network-2025-12-18', 'Requirements for Key Vault firewall'),
          said('key-vault-network-2026-04-30', 'Requirements for Key Vault firewall'),
        ],
      },
      {
        statement:
          'Named values, client certificates and host-name certificates are control-plane work and may keep the exception; host-name certificates even need it, or a public key vault.',
        citations: [
          said(
            'trusted-service-connectivity-2026-01-15',
            'Scenarios that are not affected by the breaking change',
          ),
        ],
      },
    ],
    appliedReading:
      'The exception stays for what the control plane fetches, and must stay for host-name certificates; the gateway itself needs a network path.',
    reason:
      'Every text since 18 December 2025 says so; that of 4 December 2025 speaks of Key Vault as a whole and was replaced two weeks later.',
    touches: [
      { kind: 'NETWORK_FACT', id: 'key-vault-trusted-exception' },
      { kind: 'NETWORK_FACT', id: 'key-vault-host-name-certificates' },
      { kind: 'NETWORK_FACT', id: 'key-vault-firewall-line-of-sight' },
      { kind: 'NETWORK_FACT', id: 'trusted-service-connectivity-scope' },
    ],
  },
  {
    id: 'legacy-portal-host-name',
    title: 'Host name of the legacy developer portal',
    positions: [
      {
        statement: 'The legacy developer portal ended on 31 October 2023.',
        citations: [
          said('legacy-portal-retirement-2023-11-09', 'What is the deadline for the change?'),
        ],
      },
      {
        statement:
          'The list of default host names of internal mode still has <name>.portal.azure-api.net, as that of the developer portal.',
        citations: [said('internal-mode-2026-08-24', 'Access on default host names')],
      },
    ],
    appliedReading: 'DNS plans keep the record and mark it as retired since 31 October 2023.',
    reason:
      'A record for a retired name does no harm, and the list of 2026-08-24 still asks for it.',
    touches: [
      { kind: 'NETWORK_FACT', id: 'legacy-portal-retired' },
      { kind: 'NETWORK_FACT', id: 'internal-host-legacy-portal' },
    ],
  },
];
