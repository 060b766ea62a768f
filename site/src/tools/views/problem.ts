/** Why there is no result, and what to change. */

import { sentence } from '../../lib/sentences.ts';
import { h, type Markup } from '../markup.ts';
import type { Problem } from '../run-in-worker.ts';
import { entryLabel } from '../validate/entry-label.ts';
import { code, link } from './parts.ts';
import { excerptView, missingView, problemList } from './source.ts';

/** The path within the document or the form. */
function pathLabel(path: Problem['path']): string {
  const start = path.lastIndexOf('document') + 1;
  const keys = path.slice(start);
  const outer: readonly unknown[] = start > 0 ? [] : ['deployment', 'locations', 0];
  return keys.filter((key) => !outer.includes(key)).join(' › ');
}

/** A longer list of what is accepted has a line for each. */
const mostInLine = 6;
/** A longer one is folded. */
const mostOpen = 20;

/** A list of choices is cut there; the message may have the count of all. */
const mostChoices = 20;

/** The form has a field for the choice. */
function choiceOf({ accepted = [], message }: Problem): Markup {
  const named = accepted.slice(0, mostChoices);
  return h(
    'p',
    { class: 'atlas-missing' },
    'The files have ',
    named.length === mostChoices &&
      `${/: given (\d+)/.exec(message)?.[1] ?? '20 or more'}, such as `,
    named.map((entry, index) => [
      index === 0 ? '' : index === named.length - 1 ? ' and ' : ', ',
      code(entryLabel(entry)),
    ]),
    '. ',
    link('#open-values', 'Choose one'),
  );
}

/** The message names the value, what is accepted and what is nearest: one line for each. */
export function problemView(problem: Problem): Markup {
  const { message, path, accepted = [], excerpt, missingValues = [], problems = [] } = problem;
  const [reason = '', ...details] = message.split(/: (?=given )|; (?=accepted: |nearest: )/);
  const isChoice = ['entry', 'service'].includes(`${path.at(-1)}`) && accepted.length > 0;
  const isLong = accepted.length > mostInLine;
  const where = path[0] === 'source' ? '' : pathLabel(path);
  return h(
    'section',
    { class: 'atlas-problem', role: 'alert' },
    h('h2', { tabindex: -1 }, sentence(reason)),
    isChoice && choiceOf(problem),
    h(
      'ul',
      {},
      details
        .filter((detail) => !isChoice && !(isLong && detail.startsWith('accepted: ')))
        .map((detail) => h('li', {}, sentence(detail))),
      where !== '' && h('li', {}, 'Where: ', h('code', {}, where)),
    ),
    isLong &&
      !isChoice &&
      h(
        'details',
        { class: 'atlas-more', open: accepted.length <= mostOpen },
        h('summary', {}, `What is accepted (${accepted.length})`),
        h(
          'ul',
          {},
          accepted.map((one) => h('li', {}, sentence(one))),
        ),
      ),
    missingValues.length > 0 && missingView(missingValues),
    problems.length > 0 && [h('p', {}, 'This could not be read:'), problemList(problems)],
    excerpt && problems.length === 0 && excerptView(excerpt),
  );
}
