import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { unmatched } from '../kit/unmatched-rules.ts';

export const wrongDestination: Check = {
  id: 'wrong-destination',
  title: 'Addresses that are not the subnet',
  severity: 'WARNING',
  summary:
    'The near end of a rule names addresses outside the subnet: another subnet, or a public address.',
  rationale:
    'The near end of a rule is compared with private addresses of the subnet: for inbound traffic the destination, after the public address has been translated, for outbound traffic the source. The prefix of another subnet, a former one or the public address of the instance never fits.',
  avoid: 'the public IP address of the instance as destination of an inbound rule',
  prefer: 'VirtualNetwork, or the address prefix of the subnet',
  examples: {
    good: example('the prefix of the subnet', {
      subnet: { addressPrefix: '10.0.2.0/24' },
      ...securityRules(
        inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443', {
          destinationAddressPrefixes: ['10.0.2.0/24'],
        }),
      ),
    }),
    bad: example('the prefix of another subnet', {
      subnet: { addressPrefix: '10.0.2.0/24' },
      ...securityRules(
        inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443', {
          destinationAddressPrefixes: ['10.0.3.0/24'],
        }),
      ),
    }),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: perLocation(
    unmatched(
      'wrong-destination',
      (_, near) =>
        `make its ${near} VirtualNetwork or the prefix of the subnet; leave it where the group serves the other subnet as well`,
    ),
  ),
};
