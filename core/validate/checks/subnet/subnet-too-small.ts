import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { neededText, subnetSizeOf, usableText } from '../kit/subnet-size.ts';

export const subnetTooSmall: Check = {
  id: 'subnet-too-small',
  title: 'Subnet too small for the instance',
  severity: 'ERROR',
  summary:
    'The subnet has fewer addresses than the units, the load balancer and other resources need.',
  rationale:
    'Azure reserves five addresses of every subnet. The rest must be enough for two addresses for each Premium unit (one for Developer), one for the internal load balancer, and those of all other resources in the subnet. If it does not, scaling out fails.',
  avoid: 'a /29 for two Premium units',
  prefer: 'a /27, which has room for thirteen units',
  examples: {
    good: example(
      'thirteen units fit into a /27',
      { units: 2, subnet: { addressPrefix: '10.0.1.0/27' } },
      { tier: 'PREMIUM' },
    ),
    bad: example(
      'two units need more than a /29 has',
      { units: 2, subnet: { addressPrefix: '10.0.1.0/29' } },
      { tier: 'PREMIUM' },
    ),
  },
  citations: [cite('virtual-network-concepts-2023', 'Subnet size')],
  run: perLocation((location) => {
    const size = subnetSizeOf(location);
    if (!size || (size.plan.fits && size.remaining >= 0)) return [];
    const { subnet, plan, prefixLength, longestPrefixLength } = size;
    const { units } = location.location;
    return [
      {
        message:
          prefixLength > longestPrefixLength
            ? `${subnet.addressPrefix} is smaller than a /${longestPrefixLength}, the smallest subnet that this tier and mode accept`
            : `${subnet.addressPrefix} is too small by ${-size.remaining}: ${usableText(size)}, ${neededText(size, units)}`,
        path: `${location.path}/subnet/addressPrefix`,
        remediation: `use at least a /${plan.smallestPrefixLength}, the smallest for the instance alone; a /${plan.recommendedPrefixLength} is recommended`,
        citations: plan.citations,
      },
    ];
  }),
};
