import { cite } from '../../../data/cite.ts';
import { type Check, problems } from './check.ts';

export const mixedIpFamily: Check = {
  id: 'mixed-ip-family',
  title: 'IPv4 and IPv6 in one rule',
  severity: 'ERROR',
  summary: 'A rule holds IPv4 and IPv6 prefixes together.',
  rationale: 'Resource Manager refuses a rule that mixes the two families.',
  avoid: '10.0.0.0/24 and fd00::/64 in one rule',
  prefer: 'one rule for each family',
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('mixed-ip-family'),
};
