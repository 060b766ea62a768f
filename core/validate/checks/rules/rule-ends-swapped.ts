import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { unmatched } from '../kit/unmatched-rules.ts';

export const ruleEndsSwapped: Check = {
  id: 'rule-ends-swapped',
  aliases: ['swapped'],
  title: 'Source and destination swapped',
  severity: 'WARNING',
  summary:
    'A rule matches nothing, and would be a documented row with source and destination swapped.',
  rationale:
    'The subnet is the destination of inbound traffic and the source of outbound traffic. With the two ends swapped the rule never matches, and other rules decide the traffic it was written for.',
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
  run: perLocation(unmatched('rule-ends-swapped', () => 'swap its source and destination')),
};
