import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, outbound, securityRules } from '../kit/example.ts';
import { listing } from '../kit/rule-labels.ts';

export const tagCase: Check = {
  id: 'tag-case',
  title: 'Service tag in an unusual spelling',
  severity: 'INFO',
  summary: 'A service tag is not spelled the way the official file spells it.',
  rationale:
    'Azure compares tags without regard to case and still accepts the classic names, so the rule works; but searches and reviews find the official spelling sooner.',
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
  run: perLocation(({ problems }) => {
    const spelled = problems.filter(({ checkId }) => checkId === 'tag-case');
    const [first] = spelled;
    if (!first) return [];
    const spellings = [...Map.groupBy(spelled, ({ message }) => message)].map(
      ([spelling, of]) => `${spelling}, in ${rulesOf(of.map(({ rule }) => rule))}`,
    );
    return [{ message: spellings.slice(0, maxListed).join('; '), path: first.path }];
  }),
};

/** More than a group in use has, so that a message names them all. */
const maxListed = 50;

function rulesOf(names: readonly string[]): string {
  const each = [...new Set(names.map((name) => name.slice(0, 80) || 'without a name'))];
  return `${each.length === 1 ? 'rule' : 'rules'} ${listing(each, maxListed)}`;
}
