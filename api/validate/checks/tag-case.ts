import { cite } from '../../../data/cite.ts';
import { type Check, problems } from './check.ts';

export const tagCase: Check = {
  id: 'tag-case',
  title: 'Service tag in another spelling',
  severity: 'INFO',
  summary: 'A service tag is not written the way the official file writes it.',
  rationale:
    'Azure compares tags without regard to case and still takes the classic names, so the rule works; searches and reviews find the official spelling sooner.',
  avoid: 'SQL, VIRTUAL_NETWORK',
  prefer: 'Sql, VirtualNetwork',
  citations: [cite('service-tags-overview', 'Available service tags')],
  run: problems('tag-case'),
};
