import { cite } from '../../../data/cite.ts';
import { type Check, problems } from './check.ts';

export const duplicateRuleName: Check = {
  id: 'duplicate-rule-name',
  title: 'Two rules with one name',
  severity: 'ERROR',
  summary: 'Two rules of a group have the same name.',
  rationale:
    'A rule is addressed by its name within the group, so the later one replaces the earlier one or is refused.',
  avoid: 'two rules named AllowStorage',
  prefer: 'AllowStorage443 and AllowStorage445',
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('duplicate-rule-name'),
};
