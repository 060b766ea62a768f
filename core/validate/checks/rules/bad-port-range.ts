import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, outbound, securityRules } from '../kit/example.ts';

export const badPortRange: Check = {
  id: 'bad-port-range',
  title: 'Port range that Azure refuses',
  severity: 'ERROR',
  summary: 'A port is not 0–65535, an ascending range, or *.',
  rationale: 'A port must be 0–65535, an ascending range, or *. Resource Manager refuses the rule.',
  avoid: '443-80, 70000, https',
  prefer: '80-443, 443, *',
  examples: {
    good: example('one port', securityRules(outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433'))),
    bad: example(
      'a range that counts down',
      securityRules(outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433-443')),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('bad-port-range'),
};
