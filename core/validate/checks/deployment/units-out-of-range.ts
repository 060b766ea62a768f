import { cite } from '../../../../data/cite.ts';
import { tierProfileByTier } from '../../../../data/index.ts';
import type { Check } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const unitsOutOfRange: Check = {
  id: 'units-out-of-range',
  title: 'More units than the tier has',
  severity: 'ERROR',
  summary: 'A location has more scale units than documents give the tier.',
  rationale:
    'A Developer instance has one unit, and the v2 tiers end at the figures of their overview. For Premium documents name different ceilings, and more may be granted on request; there the finding is a warning.',
  avoid: 'two units of Developer',
  prefer: 'a tier that has the units, or more locations',
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
              message: `${units} units, and ${profile?.displayName} has ${limit === 1 ? 'one' : `${limit} at most`}${isDisputed ? '; documents differ on the limit' : ''}`,
              path: `/deployment/locations/${index}/units`,
              remediation: `at most ${limit} in a location${isDisputed ? ', or a request to Azure support first' : ''}`,
              ...(isDisputed && { severity: 'WARNING' as const }),
              ...(profile && { citations: profile.citations }),
            },
          ],
    );
  },
};
