/** Why there is no answer, said so that it can be mended. */

import { fullSentence } from '../../lib/words.ts';
import type { Problem } from '../ask.ts';
import { h, type Markup } from '../markup.ts';

/** The place within what the reader gave: a document, or a form. */
function placeOf(path: Problem['path']): string {
  const start = path.lastIndexOf('document') + 1;
  const keys = path.slice(start);
  const frame: readonly unknown[] = start > 0 ? [] : ['deployment', 'locations', 0];
  return keys.filter((key) => !frame.includes(key)).join(' › ');
}

/** The message names what was given, what is accepted and what comes nearest; each gets its line. */
export function problemView({ message, path }: Problem): Markup {
  const [reason = '', ...details] = message.split(/: (?=given )|; (?=accepted: |nearest: )/);
  const place = placeOf(path);
  return h(
    'section',
    { class: 'atlas-problem', role: 'alert' },
    h('h2', { tabindex: -1 }, fullSentence(reason)),
    h(
      'ul',
      {},
      details.map((detail) => h('li', {}, fullSentence(detail))),
      place !== '' && h('li', {}, 'Where: ', h('code', {}, place)),
    ),
  );
}
