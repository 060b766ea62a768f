/** Why there is no answer, said so that it can be mended. */

import type { Problem } from '../ask.ts';
import { h, type Markup } from '../markup.ts';

/** First letter in upper case, and a full stop. */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The message names what was given, what is accepted and what comes nearest; each gets its line. */
export function problemView({ message, path }: Problem): Markup {
  const [reason = '', ...details] = message.split(/: (?=given )|; (?=accepted: |nearest: )/);
  const place = path.filter((key) => key !== 'deployment' && key !== 'locations').join(' › ');
  return h(
    'section',
    { class: 'atlas-problem', role: 'alert' },
    h('h2', {}, sentence(reason)),
    h(
      'ul',
      {},
      details.map((detail) => h('li', {}, sentence(detail))),
      place !== '' && h('li', {}, 'Where: ', h('code', {}, place)),
    ),
  );
}
