/** Where documents disagree on what a tier can do. */

import type { Conflict } from '../model.ts';
import { said } from './define.ts';

const support = 'Availability zone support';

export const tierConflicts: readonly Conflict[] = [
  {
    id: 'standard-v2-availability-zones',
    title: 'Availability zones in the Standard v2 tier',
    positions: [
      {
        statement:
          'Premium and Premium v2 have availability zones; the overview of the v2 tiers names them for Premium v2 alone.',
        citations: [
          said('availability-zones-2025-11-13', support),
          said('v2-tiers-overview-2026-04-21', 'Azure API Management v2 tiers'),
        ],
      },
      {
        statement:
          'Standard v2 has zone redundancy as Premium v2 has it: chosen when the instance is created in a region that supports it, and not afterwards.',
        citations: [said('availability-zones-later-text', support)],
      },
    ],
    appliedReading:
      'The tier counts as one without availability zones, but zones of a Standard v2 instance are not judged by any check.',
    reason:
      'The text that names Standard v2 carries no date, and the overview of the v2 tiers of April 2026 says nothing of it.',
    touches: [{ kind: 'TIER', id: 'STANDARD_V2' }],
  },
];
