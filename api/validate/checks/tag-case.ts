import { cite } from '../../../data/cite.ts';
import { type Check, problems } from './check.ts';
import { example, outbound, securityRules } from './example.ts';

export const tagCase: Check = {
  id: 'tag-case',
  title: 'Service tag in another spelling',
  severity: 'INFO',
  summary: 'A service tag is not written the way the official file writes it.',
  rationale:
    'Azure compares tags without regard to case and still takes the classic names, so the rule works; searches and reviews find the official spelling sooner.',
  avoid: 'SQL, VIRTUAL_NETWORK',
  prefer: 'Sql, VirtualNetwork',
  examples: {
    good: example(
      'the official spelling',
      securityRules(outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433')),
    ),
    bad: example(
      'the spelling of older documents',
      securityRules(outbound('AllowSql', 100, 'ALLOW', 'SQL', '1433')),
    ),
  },
  citations: [cite('service-tags-overview', 'Available service tags')],
  run: problems('tag-case'),
};
