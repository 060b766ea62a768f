import { cite } from '../../../../data/cite.ts';
import { catalog, tierProfileByTier } from '../../../../data/index.ts';
import type { Check } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const tierDoesNotSupportMultiRegion: Check = {
  id: 'tier-does-not-support-multi-region',
  title: 'Several locations in a tier that supports one',
  severity: 'ERROR',
  summary: 'The deployment has further locations, but its tier supports only one.',
  rationale:
    'Only the Premium tier can be deployed to several regions; Azure refuses further locations in other tiers.',
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
    const { locations, furtherLocations } = deployment;
    const hasMore = furtherLocations === 'SOME';
    if ((locations.length < 2 && !hasMore) || profile?.supportsMultiRegion) return [];
    const others = catalog.tierProfiles.filter((tier) => tier.supportsMultiRegion);
    return [
      {
        message: `${profile?.displayName ?? deployment.tier} supports one location, but the deployment has ${hasMore ? 'more' : locations.length}`,
        path: '/deployment/locations',
        remediation: `use one location, or the tier ${others.map((tier) => tier.displayName).join(' or ')}`,
      },
    ];
  },
};
