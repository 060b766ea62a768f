/** What to change in the rules so that required traffic passes and, on request, all other traffic is denied. */

import type { RuleGroup } from '../../../../core/render/rendered-rule.ts';
import { labelOf } from '../../lib/labels.ts';
import { capitalized } from '../../lib/sentences.ts';
import { h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';
import { code, codes, formatChoice } from './parts.ts';
import { row, table } from './table.ts';

type Report = Result<'validate'>['report'];

/** 2 rules to change and 1 to add */
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
            `${isUpdate ? 'change' : 'add'}: ${labelOf(access)} ${labelOf(direction)}, priority ${priority}`,
          ),
          groups.length > 1 && h('small', {}, region),
        ],
        [description],
      ),
    ),
  );
  return table('Apply in this order', ['Rule', 'Why'], rows);
}

/** Why there are no changes: nothing is blocked, or no change of rules that was tried helps. */
function withoutChange({ flows }: Report): string {
  const isBlocked = flows.some(
    ({ necessity, outcome }) => necessity === 'REQUIRED' && outcome !== 'ALLOWED',
  );
  return isBlocked
    ? 'No change of rules was found that would certainly let all required traffic pass.'
    : 'The rules let all required traffic pass.';
}

const goals = ['remediation', 'denyByDefault'] as const;

/** Both remedies; the style sheet shows the chosen one. */
export function remedyView({ report, changes }: Result<'validate'>): Markup | undefined {
  if (report.flows.length === 0) return undefined;
  const preferred = report.read?.language === 'Terraform' ? 'TERRAFORM' : 'BICEP';
  const mended = (goal: (typeof goals)[number]) => changes[goal].length > 0;
  return h(
    'section',
    { class: 'atlas-remedy' },
    goals.map((goal) => h('h3', { 'data-goal': goal }, capitalized(headingOf(changes[goal])))),
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
          h('span', {}, 'Also deny all other traffic (adds deny-all rules after the allow rules)'),
        ),
      ),
    goals.some(mended) &&
      formatChoice(
        preferred,
        goals.filter(mended).map((goal) => h('div', { 'data-goal': goal }, codes(report[goal]))),
      ),
  );
}
