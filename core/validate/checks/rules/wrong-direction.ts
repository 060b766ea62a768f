import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';
import { unmatched } from '../kit/unmatched-rules.ts';

export const wrongDirection: Check = {
  id: 'wrong-direction',
  title: 'Rule in the wrong direction',
  severity: 'WARNING',
  summary: 'A rule matches nothing, and would be a documented row in the other direction.',
  rationale:
    'Azure compares an inbound rule with packets that arrive at the subnet, and an outbound rule with packets that leave it. A rule in the wrong direction never applies; other rules and the default rules decide its traffic, until somebody denies the rest.',
  avoid: 'an inbound rule from VirtualNetwork to AzureMonitor',
  prefer: 'an outbound rule from VirtualNetwork to AzureMonitor',
  examples: {
    good: example(
      'outbound to the service',
      securityRules(outbound('PublishMetrics', 100, 'ALLOW', 'AzureMonitor', '443')),
    ),
    bad: example(
      'inbound, with the service as the destination',
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
