/** Why there is no answer, said so that it can be mended. */

import { fullSentence } from '../../lib/words.ts';
import type { Problem } from '../ask.ts';
import { h, type Markup } from '../markup.ts';

/** Parts of a path that frame the reader's input and are none of it. */
const frame: readonly unknown[] = ['deployment', 'locations', 'networkSecurityGroup', 'document'];

/** The message names what was given, what is accepted and what comes nearest; each gets its line. */
export function problemView({ message, path }: Problem): Markup {
  const [reason = '', ...details] = message.split(/: (?=given )|; (?=accepted: |nearest: )/);
  const place = path.filter((key) => !frame.includes(key)).join(' › ');
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
