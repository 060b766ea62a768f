import { cite } from '../../../data/cite.ts';
import { type Check, problems } from './check.ts';

export const invalidRuleField: Check = {
  id: 'invalid-rule-field',
  title: 'Unknown direction, access or protocol',
  severity: 'ERROR',
  summary: 'Direction, access or protocol of a rule has a value that Azure does not know.',
  rationale: 'Resource Manager refuses the rule. Case does not matter, other words do.',
  avoid: 'protocol: https',
  prefer: 'protocol: Tcp',
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('invalid-rule-field'),
};
