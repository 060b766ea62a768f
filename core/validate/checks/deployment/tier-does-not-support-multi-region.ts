import { cite } from '../../../../data/cite.ts';
import { catalog, tierProfileByTier } from '../../../../data/index.ts';
import type { Check } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const tierDoesNotSupportMultiRegion: Check = {
  id: 'tier-does-not-support-multi-region',
  title: 'Several locations in a tier that has one',
  severity: 'ERROR',
  summary: 'The deployment names further locations, and its tier cannot have any.',
  rationale: 'Only the Premium tier can be deployed to several regions; others are refused.',
  avoid: 'a Developer instance with additional locations',
  prefer: 'Premium for several regions, or one instance for each region',
  examples: {
    good: example(
      'Premium in two regions',
      {},
      { tier: 'PREMIUM', locations: [{ region: 'northeurope' }] },
    ),
    bad: example('Developer in two regions', {}, { locations: [{ region: 'northeurope' }] }),
  },
  citations: [cite('ip-addresses-2024-05-21', 'Changes to the IP addresses')],
  run({ deployment }) {
    const profile = tierProfileByTier.get(deployment.tier);
    if (deployment.locations.length < 2 || profile?.supportsMultiRegion) return [];
    const others = catalog.tierProfiles.filter((tier) => tier.supportsMultiRegion);
    return [
      {
        message: `${profile?.displayName ?? deployment.tier} has one location, ${deployment.locations.length} are given`,
        path: '/deployment/locations',
        remediation: `one location, or the tier ${others.map((tier) => tier.displayName).join(' or ')}`,
      },
    ];
  },
};
