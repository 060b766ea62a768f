/** Parts of a report that are about its files: the changes that mend them, and which were read. */

import { sentence } from '../../lib/sentences.ts';
import { h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';
import { code } from './parts.ts';
import { row, table } from './table.ts';

type Files = Result<'validate'>['files'];
type Patch = Result<'validate'>['patches'][number];

function lineKind(line: string): string | undefined {
  if (/^(?:---|\+\+\+) /.test(line) || line.startsWith('@@')) return 'place';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : undefined;
}

function patchView({ path, text }: Patch): Markup {
  const lines = text.replace(/\n$/, '').split('\n');
  return h(
    'div',
    { class: 'atlas-code' },
    h('button', { type: 'button', 'data-copy': true }, 'Copy'),
    h(
      'pre',
      { class: 'atlas-diff', tabindex: 0, role: 'region', 'aria-label': `Changes in ${path}` },
      h(
        'code',
        {},
        lines.map((line) => h('span', { 'data-line': lineKind(line) }, `${line}\n`)),
      ),
    ),
  );
}

/** The changes of the files that make the remedy. */
export function patchesView({ patches, isEditable }: ShownPatches): Markup | undefined {
  if (patches.length === 0) return undefined;
  const files = patches.length === 1 ? 'your file' : `${patches.length} files`;
  return h(
    'div',
    { id: 'changes', class: 'atlas-patches' },
    h('p', {}, `As a change of ${files}, for git apply or by hand:`),
    patches.map(patchView),
    isEditable &&
      h(
        'p',
        { class: 'atlas-actions' },
        h(
          'button',
          { type: 'button', class: 'atlas-primary', 'data-apply': true },
          'Apply this fix',
        ),
        h('small', {}, 'Changes the text on this page and judges it again.'),
      ),
  );
}

interface ShownPatches {
  readonly patches: readonly Patch[];
  /** Whether the page shows the texts and can change them. */
  readonly isEditable: boolean;
}

const uses = { code: 'code', values: 'values', content: 'loaded text' } as const;
const maxIgnored = 50;

/** Which files the verdict rests on, and which it does not. */
export function filesView({ used, ignored }: Files, unused: readonly string[]): Markup | undefined {
  if (used.length + ignored.length < 2 && unused.length === 0) return undefined;
  const rest = ignored.length - maxIgnored;
  return h(
    'details',
    { class: 'atlas-more atlas-files', open: used.length + ignored.length <= 12 },
    h('summary', {}, `Files: ${used.length} read, ${ignored.length} not used`),
    table(
      'Files',
      ['File', 'Read as'],
      [
        ...used.map(({ path, use }) => row(code(path), [uses[use]])),
        ...ignored.slice(0, maxIgnored).map((path) => row(code(path), ['not used'])),
      ],
    ),
    rest > 0 && h('p', {}, `${rest} more are not used.`),
    unused.length > 0 &&
      h(
        'ul',
        {},
        unused.map((text) => h('li', {}, sentence(text))),
      ),
  );
}
