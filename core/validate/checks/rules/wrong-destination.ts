import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { unmatched } from '../kit/unmatched-rules.ts';

export const wrongDestination: Check = {
  id: 'wrong-destination',
  title: 'Addresses outside the subnet',
  severity: 'WARNING',
  summary:
    'The near end of a rule names addresses outside the subnet: another subnet or a public address.',
  rationale:
    'Azure compares the near end of a rule with private addresses of the subnet: the destination of inbound traffic, after the public address has been translated, and the source of outbound traffic. The prefix of another subnet, an old prefix or the public address of the instance never matches.',
  avoid: 'the public IP address of the instance as the destination of an inbound rule',
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
        `set its ${near} to VirtualNetwork or the prefix of the subnet; keep it if the group also serves the other subnet`,
    ),
  ),
};
