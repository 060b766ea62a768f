import { catalog, findRegion } from '../../../../data/index.ts';
import { availabilityNotes } from '../../../answers/availability.ts';
import type { Check } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const tierNotOffered: Check = {
  id: 'tier-not-offered',
  title: 'Tier not offered in the region',
  severity: 'INFO',
  summary:
    'By a dated list the region or cloud does not offer the tier, or takes no new instances.',
  rationale:
    'The v2 tiers exist in some regions of the public cloud only, and the Consumption tier in the public cloud only. The lists change, so an instance that exists there is not judged by this.',
  avoid: 'a Premium v2 instance in Brazil South',
  prefer: 'a region that the list names for the tier',
  examples: {
    good: example(
      'Premium v2 in Sweden Central',
      { region: 'swedencentral' },
      { tier: 'PREMIUM_V2' },
    ),
    bad: example('Premium v2 in Brazil South', { region: 'brazilsouth' }, { tier: 'PREMIUM_V2' }),
  },
  citations: [
    ...catalog.regionAvailability.slice(0, 1),
    ...catalog.cloudAvailability.slice(0, 1),
  ].flatMap(({ citations }) => citations),
  run: ({ deployment }) =>
    deployment.locations.flatMap(({ region }, index) => {
      const known = findRegion(region);
      if (known === undefined) return [];
      return availabilityNotes(deployment.tier, [known]).map(({ text, citations }) => ({
        message: text.replace(/\.$/, ''),
        path: `/deployment/locations/${index}/region`,
        region: known.name,
        remediation: 'choose another region or tier, or look the region up in the current list',
        citations,
      }));
    }),
};
