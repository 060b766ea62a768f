import { cite } from '../../../../data/cite.ts';
import { overlaps } from '../../../network/sets/interval-set.ts';
import { prefixSet } from '../../../network/sets/ipv4.ts';
import type { LocationContext } from '../../location/location.ts';
import type { Check } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const locationSubnetsOverlap: Check = {
  id: 'location-subnets-overlap',
  title: 'Subnets of two locations overlap',
  severity: 'INFO',
  summary: 'The subnets of two locations have overlapping address prefixes.',
  rationale:
    'The locations work as long as their networks are separate. Networks with the same addresses cannot be peered, and a backend or firewall that serves both cannot tell the locations apart.',
  avoid: '10.0.1.0/27 in every region',
  prefer: 'different address prefixes in each region',
  examples: {
    good: example(
      'different prefixes',
      { subnet: { addressPrefix: '10.1.0.0/27' } },
      {
        tier: 'PREMIUM',
        locations: [{ region: 'northeurope', subnet: { addressPrefix: '10.2.0.0/27' } }],
      },
    ),
    bad: example(
      'one prefix inside the other',
      { subnet: { addressPrefix: '10.1.0.0/24' } },
      {
        tier: 'PREMIUM',
        locations: [{ region: 'northeurope', subnet: { addressPrefix: '10.1.0.0/27' } }],
      },
    ),
  },
  citations: [cite('injection-resources-2025-04-17', 'Network resource requirements', 'INFERRED')],
  run: ({ locations }) =>
    locations.flatMap((location, index) => {
      const other = locations.slice(0, index).find((earlier) => overlap(earlier, location));
      if (!other) return [];
      return [
        {
          message: `the subnet ${prefixOf(location)} of ${location.region.displayName} overlaps ${prefixOf(other)} of ${other.region.displayName}; their networks cannot be peered`,
          path: `${location.path}/subnet/addressPrefix`,
          region: location.region.name,
          remediation: 'use another prefix, unless the two networks never meet',
        },
      ];
    }),
};

const prefixOf = ({ location }: LocationContext) => location.subnet?.addressPrefix;

function overlap(a: LocationContext, b: LocationContext): boolean {
  const [first, second] = [a.location.subnet, b.location.subnet];
  if (!first?.addressPrefix || !second?.addressPrefix) return false;
  const isSame = first.id !== undefined && first.id.toLowerCase() === second.id?.toLowerCase();
  return !isSame && overlaps(prefixSet(first.addressPrefix), prefixSet(second.addressPrefix));
}
