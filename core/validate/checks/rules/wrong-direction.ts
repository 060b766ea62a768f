import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';
import { unmatched } from '../kit/unmatched-rules.ts';

export const wrongDirection: Check = {
  id: 'wrong-direction',
  title: 'Rule in the wrong direction',
  severity: 'WARNING',
  summary: 'A rule matches nothing as it stands, and is a documented row in the other direction.',
  rationale:
    'An inbound rule is compared with packets that arrive at the subnet, an outbound rule with those that leave it. A rule for a service that stands on the wrong side of that is never asked; its traffic is left to other rules and to the default rules, until somebody denies the rest.',
  avoid: 'an inbound rule from VirtualNetwork to AzureMonitor',
  prefer: 'an outbound rule from VirtualNetwork to AzureMonitor',
  examples: {
    good: example(
      'outbound to the service',
      securityRules(outbound('PublishMetrics', 100, 'ALLOW', 'AzureMonitor', '443')),
    ),
    bad: example(
      'inbound, with the service as its destination',
      securityRules(
        inbound('PublishMetrics', 100, 'ALLOW', 'VirtualNetwork', '443', {
          destinationAddressPrefixes: ['AzureMonitor'],
        }),
      ),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: perLocation(
    unmatched(
      'wrong-direction',
      ({ direction }) => `make it an ${direction === 'INBOUND' ? 'outbound' : 'inbound'} rule`,
    ),
  ),
};
