import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { givenAddress, goodAddress, prerequisite } from '../kit/public-ip-address.ts';

const zoneRedundant = prerequisite('public-ip-zone-redundant');

export const publicIpZonal: Check = {
  id: 'public-ip-zonal',
  title: 'Public IP address in one zone, instance in several',
  severity: 'WARNING',
  summary: 'The location uses several availability zones, its public IP address stands in one.',
  rationale:
    'The units survive the loss of the zone, the address in front of them does not: clients and management traffic no longer find the instance.',
  avoid: 'zones 1, 2 and 3 behind an address of zone 1',
  prefer: 'a zone-redundant address',
  examples: {
    good: example(
      'a zone-redundant address',
      { units: 3, zones: [1, 2, 3], publicIpAddress: { ...goodAddress, zones: [1, 2, 3] } },
      { tier: 'PREMIUM' },
    ),
    bad: example(
      'an address of one zone',
      { units: 3, zones: [1, 2, 3], publicIpAddress: { ...goodAddress, zones: [1] } },
      { tier: 'PREMIUM' },
    ),
  },
  citations: zoneRedundant.citations,
  run: perLocation((location) => {
    const given = givenAddress(location);
    const [zone, ...others] = given?.address.zones ?? [];
    const { zones } = location.location;
    if (!given || zone === undefined || others.length > 0 || zones.length < 2) return [];
    return [
      {
        message: `the public IP address stands in zone ${zone} alone, the location uses the zones ${zones.join(', ')}`,
        path: given.path,
        remediation: 'name a zone-redundant address',
      },
    ];
  }),
};
