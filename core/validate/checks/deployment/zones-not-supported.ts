import { cite } from '../../../../data/cite.ts';
import { catalog, tierProfileByTier } from '../../../../data/index.ts';
import { generationOf } from '../../../answers/network-mode.ts';
import type { Check } from '../kit/check.ts';
import { example } from '../kit/example.ts';

const withZones = catalog.tierProfiles
  .filter(({ supportsAvailabilityZones }) => supportsAvailabilityZones)
  .map(({ displayName }) => displayName);

export const zonesNotSupported: Check = {
  id: 'zones-not-supported',
  title: 'Availability zones in a tier without them',
  severity: 'ERROR',
  summary: 'A location has availability zones, but its tier does not support them.',
  rationale:
    'Among the classic tiers only Premium can spread its units over availability zones; Azure refuses zones in the others. The v2 tiers are not judged, because documents disagree on them.',
  avoid: 'zones 1, 2 and 3 for a Developer instance',
  prefer: 'Premium for availability zones, or no zones',
  examples: {
    good: example('Premium in three zones', { units: 3, zones: [1, 2, 3] }, { tier: 'PREMIUM' }),
    bad: example('Developer in three zones', { zones: [1, 2, 3] }),
  },
  citations: [cite('ip-addresses-2026-09-11', 'Changes to IP addresses', 'INFERRED')],
  run({ deployment }) {
    const profile = tierProfileByTier.get(deployment.tier);
    if (!profile || profile.supportsAvailabilityZones || generationOf(profile.tier) === 'V2') {
      return [];
    }
    return deployment.locations.flatMap(({ zones }, index) =>
      zones.length === 0
        ? []
        : [
            {
              message: `the location has zones ${zones.join(', ')}, but ${profile.displayName} does not support availability zones`,
              path: `/deployment/locations/${index}/zones`,
              remediation: `remove the zones, or use ${withZones.join(' or ')}`,
            },
          ],
    );
  },
};
