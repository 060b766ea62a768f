import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, outbound, securityRules } from '../kit/example.ts';

export const badPortRange: Check = {
  id: 'bad-port-range',
  title: 'Port range that Azure refuses',
  severity: 'ERROR',
  summary: 'A port is no number from 0 to 65535, no range in rising order and no *.',
  rationale:
    'Resource Manager refuses the rule, and the traffic it was meant for is left to the next rule.',
  avoid: '443-80, 70000, https',
  prefer: '80-443, 443, *',
  examples: {
    good: example('a port', securityRules(outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433'))),
    bad: example(
      'the last port before the first',
      securityRules(outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433-443')),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('bad-port-range'),
};
