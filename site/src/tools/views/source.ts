/** Parts of a report and of a problem that are about source files: lines of text, what was not read, missing values. */

import type { SourceProblem } from '../../../../core/validate/read/source/location.ts';
import type { MissingValue } from '../../../../core/validate/report.ts';
import { sentence } from '../../lib/sentences.ts';
import { h, type Markup } from '../markup.ts';
import type { Excerpt, ShownProblem } from '../validate/excerpt.ts';
import { code, link } from './parts.ts';

export const placeText = ({ file, line, column }: Excerpt | SourceProblem) =>
  `${file}:${line}:${column}`;

/** The lines around a source location, with a caret below it. */
export function excerptView(excerpt: Excerpt): Markup {
  const { first, lines, line, caret } = excerpt;
  const width = String(first + lines.length - 1).length;
  const gutter = (text: string | number) =>
    h('span', { class: 'atlas-gutter' }, `${String(text).padStart(width)} `);
  const shown = lines.map((text, index) => {
    const isPlace = first + index === line;
    return h('span', { class: isPlace ? 'atlas-place' : undefined }, [
      gutter(first + index),
      `${text}\n`,
      isPlace && [gutter(''), h('span', { class: 'atlas-caret' }, `${' '.repeat(caret)}^\n`)],
    ]);
  });
  const label = placeText(excerpt);
  return h(
    'figure',
    { class: 'atlas-excerpt' },
    h(
      'figcaption',
      {},
      h(
        'a',
        {
          href: '#document',
          title: 'Show the line in the text',
          'data-file': excerpt.file,
          'data-line': line,
        },
        code(label),
      ),
    ),
    h(
      'pre',
      { tabindex: 0, role: 'region', 'aria-label': `Lines of ${label}` },
      h('code', {}, shown),
    ),
  );
}

/** What could not be read, with each source location. */
export function problemList(problems: readonly ShownProblem[]): Markup {
  return h(
    'ul',
    { class: 'atlas-source-problems' },
    problems.map((problem) =>
      h(
        'li',
        {},
        !problem.excerpt && [code(placeText(problem)), ' '],
        sentence(problem.message),
        problem.excerpt && excerptView(problem.excerpt),
      ),
    ),
  );
}

/** The values that the verdict lacks; the form has a field for each. */
export function missingView(missing: readonly MissingValue[]): Markup {
  const names = missing.map(({ name }) => name).join(', ');
  const values = missing.length === 1 ? 'value is' : 'values are';
  return h(
    'p',
    { class: 'atlas-missing' },
    h('strong', {}, `${missing.length} ${values} missing: `),
    `${names}. `,
    link('#open-values', 'Fill in'),
  );
}
