import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { neededText, subnetSizeOf, usableText } from '../kit/subnet-size.ts';

export const subnetWithoutRoomToScale: Check = {
  id: 'subnet-without-room-to-scale',
  title: 'No room for one more unit',
  severity: 'INFO',
  summary: 'The subnet has room for the current units, but not for one more that the tier allows.',
  rationale:
    'Scaling out needs free addresses in the subnet. A subnet with an instance in it cannot be made larger without a move, which changes the addresses of the instance.',
  avoid: 'a /29 for an internal Premium instance that will grow',
  prefer: 'a subnet for all the units you may need',
  examples: {
    good: example(
      'twelve more units fit into a /27',
      { subnet: { addressPrefix: '10.0.1.0/27' } },
      { tier: 'PREMIUM' },
    ),
    bad: example(
      'a /29 is full with one unit',
      { subnet: { addressPrefix: '10.0.1.0/29' } },
      { tier: 'PREMIUM' },
    ),
  },
  citations: [
    cite('virtual-network-concepts-2023', 'Subnet size'),
    cite('ip-addresses-2024-05-21', 'Changes to the IP addresses'),
  ],
  run: perLocation((location) => {
    const size = subnetSizeOf(location);
    if (!size?.plan.fits || size.remaining < 0 || size.remaining >= size.addressesPerUnit) {
      return [];
    }
    const { units } = location.location;
    const { subnet, plan } = size;
    if (plan.unitLimit !== null && units >= plan.unitLimit) return [];
    return [
      {
        message: `${subnet.addressPrefix} has no room for one more unit: ${usableText(size)}, ${neededText(size, units + 1)}`,
        path: `${location.path}/subnet/addressPrefix`,
        remediation: `use a /${Math.min(plan.recommendedPrefixLength, size.prefixLength - 1)} if the instance will grow`,
      },
    ];
  }),
};
