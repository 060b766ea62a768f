import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, inbound, securityRules } from '../kit/example.ts';

export const mixedIpFamily: Check = {
  id: 'mixed-ip-family',
  title: 'IPv4 and IPv6 in one rule',
  severity: 'ERROR',
  summary: 'One rule has both IPv4 and IPv6 prefixes.',
  rationale: 'Resource Manager refuses a rule that mixes the two families.',
  avoid: '10.0.0.0/24 and fd00::/64 in one rule',
  prefer: 'one rule for each family',
  examples: {
    good: example(
      'one family',
      securityRules(inbound('AllowOffice', 100, 'ALLOW', '203.0.113.0/24', '443')),
    ),
    bad: example(
      'both families in one rule',
      securityRules(
        inbound('AllowOffice', 100, 'ALLOW', '203.0.113.0/24', '443', {
          destinationAddressPrefixes: ['2001:db8::/64'],
        }),
      ),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('mixed-ip-family'),
};
