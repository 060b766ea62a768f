/** Why there is no result, and what to change. */

import { sentence } from '../../lib/sentences.ts';
import { h, type Markup } from '../markup.ts';
import type { Problem } from '../run-in-worker.ts';
import { excerptView, missingView, problemList } from './source.ts';

/** The path within the document or the form. */
function pathLabel(path: Problem['path']): string {
  const start = path.lastIndexOf('document') + 1;
  const keys = path.slice(start);
  const outer: readonly unknown[] = start > 0 ? [] : ['deployment', 'locations', 0];
  return keys.filter((key) => !outer.includes(key)).join(' › ');
}

/** The message names the value, what is accepted and what is nearest: one line for each. */
export function problemView(problem: Problem): Markup {
  const { message, path, excerpt, missingValues = [], problems = [] } = problem;
  const [reason = '', ...details] = message.split(/: (?=given )|; (?=accepted: |nearest: )/);
  const where = path[0] === 'source' ? '' : pathLabel(path);
  return h(
    'section',
    { class: 'atlas-problem', role: 'alert' },
    h('h2', { tabindex: -1 }, sentence(reason)),
    h(
      'ul',
      {},
      details.map((detail) => h('li', {}, sentence(detail))),
      where !== '' && h('li', {}, 'Where: ', h('code', {}, where)),
    ),
    missingValues.length > 0 && missingView(missingValues),
    problems.length > 0 && [h('p', {}, 'This could not be read:'), problemList(problems)],
    excerpt && problems.length === 0 && excerptView(excerpt),
  );
}
