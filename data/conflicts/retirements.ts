/** Where pages about retirements name different days for the same end. */

import type { Conflict } from '../model.ts';
import { said } from './define.ts';

export const retirementConflicts: readonly Conflict[] = [
  {
    id: 'retirement-dates',
    title: 'Days on which something ends',
    positions: [
      {
        statement: 'In Azure Government and China stv1 ends on 28 February 2025.',
        citations: [said('stv1-retirement-2024-08-08', 'stv1 platform retirement')],
      },
      {
        statement:
          'There stv1 ends on 24 February 2025; trusted service connectivity ends on 31 March 2026; managed certificates are suspended until 15 March 2026.',
        citations: [said('breaking-changes-overview-2025-12-03', 'Upcoming breaking changes')],
      },
      {
        statement: 'Trusted service connectivity ends on 15 March 2026.',
        citations: [
          said('trusted-service-connectivity-2025-12-18', 'What is the deadline for the change?'),
        ],
      },
      {
        statement:
          'Managed certificates are suspended until 30 October 2026 by the notice at the top, 30 June 2026 by the text and 15 March 2026 by its section on the deadline.',
        citations: [
          said('managed-certificates-suspension-2026-07-23', 'Creation temporarily suspended'),
          said(
            'managed-certificates-suspension-2026-07-23',
            'What is the deadline for the change?',
          ),
        ],
      },
    ],
    appliedReading:
      'Facts carry the day of the overview and name the other one; none rests on the end of the suspension.',
    reason:
      'The overview lists all changes in one place. To be ready in time, count with the earlier day.',
    touches: [
      { kind: 'NETWORK_FACT', id: 'stv1-retired-other-clouds' },
      { kind: 'NETWORK_FACT', id: 'trusted-service-connectivity-retired' },
      { kind: 'NETWORK_FACT', id: 'managed-certificates-suspended' },
      { kind: 'SOURCE', id: 'managed-certificates-suspension-2026-07-23' },
    ],
  },
];
