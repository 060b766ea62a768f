/** Where documents disagree on what a tier can do. */

import type { Conflict } from '../model.ts';
import { said } from './define.ts';

const support = 'Availability zone support';
const regions = 'Supported regions for v2 tiers and workspace gateways';

export const tierConflicts: readonly Conflict[] = [
  {
    id: 'standard-v2-availability-zones',
    title: 'Availability zones in the Standard v2 tier',
    positions: [
      {
        statement:
          'Premium and Premium v2 have availability zones; the overview of the v2 tiers names them for Premium v2 only.',
        citations: [
          said('availability-zones-2025-11-13', support),
          said('v2-tiers-overview-2026-04-21', 'Azure API Management v2 tiers'),
        ],
      },
      {
        statement:
          'Standard v2 has zone redundancy like Premium v2: you choose it when you create the instance in a region that supports it, not afterwards.',
        citations: [said('availability-zones-later-text', support)],
      },
    ],
    appliedReading:
      'The tier counts as one without availability zones, but no check judges the zones of a Standard v2 instance.',
    reason:
      'The text that names Standard v2 has no date, and the overview of the v2 tiers of April 2026 does not mention it.',
    touches: [{ kind: 'TIER', id: 'STANDARD_V2' }],
  },
  {
    id: 'premium-v2-features',
    title: 'Private endpoints and availability zones in the Premium v2 tier',
    positions: [
      {
        statement: 'The table of tiers has neither of them for Premium v2.',
        citations: [said('tier-features-2025-11-11', 'Feature-based comparison')],
      },
      {
        statement: 'Premium v2 has availability zones.',
        citations: [
          said('availability-zones-2025-11-13', support),
          said('v2-tiers-overview-2026-04-21', 'Azure API Management v2 tiers'),
        ],
      },
      {
        statement: 'Premium v2 takes private endpoints.',
        citations: [
          said('private-endpoint-2025-11-17', 'Create private endpoint'),
          said('v2-tiers-overview-2026-04-21', 'Networking options'),
        ],
      },
    ],
    appliedReading: 'The Premium v2 tier has both.',
    reason: 'The pages on each feature, and the newer overview of the v2 tiers, agree.',
    touches: [{ kind: 'TIER', id: 'PREMIUM_V2' }],
  },
  {
    id: 'region-availability-south-india',
    title: 'South India and Southeast Asia in the list of v2 regions',
    positions: [
      {
        statement:
          'Southeast Asia offers Basic v2, Standard v2 and workspace gateways; South India is in the list once.',
        citations: [said('region-availability-2024-11-20', regions)],
      },
      {
        statement: 'South India is in the list twice, and Southeast Asia is not.',
        citations: [said('region-availability-2026-05-08', regions)],
      },
    ],
    appliedReading: 'Whether Southeast Asia offers the v2 tiers is unknown; notes say so.',
    reason:
      'The second row of South India looks like an overwritten row, but no text says what happened to Southeast Asia.',
    touches: [
      { kind: 'REGION', id: 'southeastasia' },
      { kind: 'REGION', id: 'southindia' },
    ],
  },
];
