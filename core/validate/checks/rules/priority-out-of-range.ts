import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, outbound, securityRules } from '../kit/example.ts';

export const priorityOutOfRange: Check = {
  id: 'priority-out-of-range',
  title: 'Priority outside 100 to 4096',
  severity: 'ERROR',
  summary: 'A custom rule has a priority outside 100 to 4096.',
  rationale:
    'Priorities of custom rules run from 100 to 4096; higher numbers belong to the default rules. Resource Manager refuses the rule.',
  avoid: 'priority 50, priority 5000',
  prefer: 'a free priority from 100 to 4096',
  examples: {
    good: example('the last number', securityRules(outbound('DenyAll', 4096, 'DENY', '*', '*'))),
    bad: example(
      'a number of the default rules',
      securityRules(outbound('DenyAll', 65000, 'DENY', '*', '*')),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('priority-out-of-range'),
};
