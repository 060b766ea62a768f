import { cite } from '../../../data/cite.ts';
import { subnetPlan } from '../../knowledge/subnet-plan.ts';
import { parsePrefix } from '../network/ipv4.ts';
import { type Check, perLocation } from './check.ts';
import { example } from './example.ts';

export const subnetTooSmall: Check = {
  id: 'subnet-too-small',
  title: 'Subnet too small for the instance',
  severity: 'ERROR',
  summary:
    'The subnet does not hold the addresses that the units, the load balancer and its neighbors need.',
  rationale:
    'Azure keeps five addresses of every subnet. What is left must hold two addresses for each Premium unit (one for Developer), one for the internal load balancer, and whatever else lives in the subnet; scaling out fails where it does not.',
  avoid: 'a /29 for two Premium units',
  prefer: 'a /27, which holds thirteen units',
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
  run: perLocation(({ deployment, location, path }) => {
    const prefix = parsePrefix(location.subnet?.addressPrefix ?? '');
    if (!location.subnet || prefix.kind !== 'prefix') return [];
    const plan = subnetPlan({
      tier: deployment.tier,
      virtualNetworkType: deployment.virtualNetworkType,
      units: location.units,
      prefixLength: prefix.length,
    });
    const others = location.subnet.otherAddresses;
    const remaining = (plan.remainingAddresses ?? 0) - others;
    if (plan.fits && remaining >= 0) return [];
    const neighbors = others === 0 ? '' : `, other resources take ${others}`;
    return [
      {
        message: `${location.subnet.addressPrefix} has ${plan.usableAddresses} usable addresses; ${location.units} ${location.units === 1 ? 'unit needs' : 'units need'} ${plan.addressesNeeded}${neighbors}`,
        path: `${path}/subnet/addressPrefix`,
        remediation: `a /${plan.smallestPrefixLength} is the smallest that is accepted for the instance alone, a /${plan.recommendedPrefixLength} is recommended`,
        citations: plan.citations,
      },
    ];
  }),
};
