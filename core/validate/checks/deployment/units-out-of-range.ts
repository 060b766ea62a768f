import { cite } from '../../../../data/cite.ts';
import { tierProfileByTier } from '../../../../data/index.ts';
import type { Check } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const unitsOutOfRange: Check = {
  id: 'units-out-of-range',
  title: 'More units than the tier supports',
  severity: 'ERROR',
  summary: 'A location has more scale units than the documents allow for the tier.',
  rationale:
    'A Developer instance has one unit, and the v2 tiers have the limits of their overview. For Premium, documents name different limits, and Azure may grant more on request; there the finding is a warning.',
  avoid: 'two Developer units',
  prefer: 'a tier that supports the units, or more locations',
  examples: {
    good: example('one unit', { units: 1 }),
    bad: example('two units of Developer', { units: 2 }),
  },
  citations: [
    cite('vnet-reference-2026-04-30', 'Azure load balancer'),
    cite('v2-tiers-overview-2026-04-21', 'Key capabilities'),
  ],
  run({ deployment }) {
    const profile = tierProfileByTier.get(deployment.tier);
    const limit = profile?.maxUnits;
    if (limit === undefined) return [];
    const isDisputed = profile?.citations.some(({ confidence }) => confidence === 'DISPUTED');
    return deployment.locations.flatMap(({ units }, index) =>
      units <= limit
        ? []
        : [
            {
              message: `the location has ${units} units, but ${profile?.displayName} supports ${limit === 1 ? 'one' : `at most ${limit}`}${isDisputed ? '; documents disagree on the limit' : ''}`,
              path: `/deployment/locations/${index}/units`,
              remediation: `use at most ${limit} in a location${isDisputed ? ', or ask Azure support first' : ''}`,
              ...(isDisputed && { severity: 'WARNING' as const }),
              ...(profile && { citations: profile.citations }),
            },
          ],
    );
  },
};
