/** What to change in the rules: so that required traffic passes, and where that is wanted so that all else is denied. */

import type { RuleGroup } from '../../../../core/render/rendered-rule.ts';
import { sentence, word } from '../../lib/words.ts';
import { h, type Markup } from '../markup.ts';
import type { Answer } from '../tasks.ts';
import { code, codes, formatChoice, row, table } from './parts.ts';

type Report = Answer<'validate'>['report'];

/** Named by what there is to do: 2 rules to change and 1 to add. */
function headingOf(groups: readonly RuleGroup[]): string {
  const rules = groups.flatMap((group) => group.rules);
  const changed = rules.filter(({ isUpdate }) => isUpdate).length;
  const [first, ...others] = [
    { count: changed, what: 'to change' },
    { count: rules.length - changed, what: 'to add' },
  ].flatMap(({ count, what }) => (count === 0 ? [] : [{ count, what }]));
  if (!first) return 'No rules to change';
  return [
    `${first.count} ${first.count === 1 ? 'rule' : 'rules'} ${first.what}`,
    ...others.map(({ count, what }) => `${count} ${what}`),
  ].join(' and ');
}

function changeTable(groups: readonly RuleGroup[]): Markup {
  const rows = groups.flatMap(({ region, rules }) =>
    rules.map(({ name, priority, direction, access, isUpdate, description }) =>
      row(
        [
          code(name),
          h(
            'small',
            {},
            `${isUpdate ? 'change' : 'add'}: ${word(access)} ${word(direction)}, priority ${priority}`,
          ),
          groups.length > 1 && h('small', {}, region),
        ],
        [description],
      ),
    ),
  );
  return table('In the order in which Azure takes them one at a time', ['Rule', 'Why'], rows);
}

/** That nothing is lost, or that what is lost is not mended by the rules that the formats have words for. */
function withoutChange({ flows }: Report): string {
  const isLost = flows.some(
    ({ necessity, outcome }) => necessity === 'REQUIRED' && outcome !== 'ALLOWED',
  );
  return isLost
    ? 'No change of rules was found that would certainly let required traffic pass.'
    : 'The rules let all required traffic pass.';
}

const goals = ['remediation', 'denyByDefault'] as const;

/** Both remedies, one of them in sight; which one is a matter of the style sheet. */
export function remedyView({ report, changes }: Answer<'validate'>): Markup | undefined {
  if (report.flows.length === 0) return undefined;
  const mended = (goal: (typeof goals)[number]) => changes[goal].length > 0;
  return h(
    'section',
    { class: 'atlas-remedy' },
    goals.map((goal) => h('h3', { 'data-goal': goal }, sentence(headingOf(changes[goal])))),
    goals.map((goal) =>
      h(
        'div',
        { 'data-goal': goal },
        mended(goal) ? changeTable(changes[goal]) : h('p', {}, withoutChange(report)),
      ),
    ),
    mended('denyByDefault') &&
      h(
        'p',
        { class: 'atlas-checks' },
        h(
          'label',
          {},
          h('input', { type: 'checkbox', name: 'denyByDefault', value: 'true' }),
          h(
            'span',
            {},
            'Deny all other traffic, too: both ways, after rules for what the default rules let pass until now',
          ),
        ),
      ),
    goals.some(mended) &&
      formatChoice(
        goals.filter(mended).map((goal) => h('div', { 'data-goal': goal }, codes(report[goal]))),
      ),
  );
}
