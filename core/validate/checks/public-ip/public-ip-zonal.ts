import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { goodAddress, prerequisite, publicIpOf } from '../kit/public-ip-address.ts';

const zoneRedundant = prerequisite('public-ip-zone-redundant');

export const publicIpZonal: Check = {
  id: 'public-ip-zonal',
  title: 'Public IP address in one zone, instance in several',
  severity: 'WARNING',
  summary: 'The location uses several availability zones, but its public IP address is in one.',
  rationale:
    'If the zone fails, the units in other zones survive, but their address does not: clients and management traffic no longer reach the instance.',
  avoid: 'zones 1, 2 and 3 with an address of zone 1',
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
    const publicIp = publicIpOf(location);
    const [zone, ...others] = publicIp?.address.zones ?? [];
    const { zones } = location.location;
    if (!publicIp || zone === undefined || others.length > 0 || zones.length < 2) return [];
    return [
      {
        message: `the public IP address is only in zone ${zone}, but the location uses zones ${zones.join(', ')}`,
        path: publicIp.path,
        remediation: 'use a zone-redundant address',
      },
    ];
  }),
};
