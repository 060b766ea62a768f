import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { unmatched } from '../kit/unmatched-rules.ts';

export const ruleEndsSwapped: Check = {
  id: 'rule-ends-swapped',
  aliases: ['swapped'],
  title: 'Source and destination exchanged',
  severity: 'WARNING',
  summary:
    'A rule matches nothing as it stands, and is a documented row once source and destination change places.',
  rationale:
    'The subnet is the destination of inbound traffic and the source of outbound traffic. With the two ends exchanged no packet ever fits the rule, and the traffic it was written for is left to other rules.',
  avoid: 'an inbound rule from VirtualNetwork to ApiManagement',
  prefer: 'an inbound rule from ApiManagement to VirtualNetwork',
  examples: {
    good: example(
      'the far end is the source',
      securityRules(inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443')),
    ),
    bad: example(
      'the far end is the destination',
      securityRules(
        inbound('AllowManagement', 100, 'ALLOW', 'VirtualNetwork', '3443', {
          destinationAddressPrefixes: ['ApiManagement'],
        }),
      ),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: perLocation(unmatched('rule-ends-swapped', () => 'exchange its source and its destination')),
};
