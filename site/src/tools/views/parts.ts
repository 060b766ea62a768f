/** Parts that several tools share: badges, sources, text to copy. */

import { formats, type RuleFormat } from '../../../../core/render/formats.ts';
import type { Citation } from '../../../../data/model.ts';
import { sources } from '../../../../data/sources.ts';
import { badge } from '../../lib/badges.ts';
import { type Child, h, type Markup } from '../markup.ts';

export function badgeOf(value: string): Markup {
  const { kind, text } = badge(value);
  return h('span', { class: 'atlas-badge', 'data-kind': kind }, text);
}

export function link(href: string, ...text: Child[]): Markup {
  return h('a', { href }, text);
}

export const code = (text: string) => h('code', {}, text);

const titleOf = new Map(sources.map(({ id, title, date }) => [id, { title, date }]));

/** The sources of facts and when they were last checked, each once. */
export function sourcesOf(citations: readonly Citation[]): Markup {
  const distinct = new Map(
    citations.map((citation) => [
      `${citation.source} ${citation.section} ${citation.confidence}`,
      citation,
    ]),
  );
  return h(
    'ul',
    { class: 'atlas-citations', 'aria-label': 'Sources' },
    [...distinct.values()].map(({ source, section, verifiedOn, confidence }) => {
      const { title = source, date = '' } = titleOf.get(source) ?? {};
      return h(
        'li',
        {},
        link(`/sources/#${source}`, title),
        `, ${date}, “${section}”; checked ${verifiedOn} `,
        confidence !== 'DOCUMENTED' && badgeOf(confidence),
      );
    }),
  );
}

/** The sources of a result, folded. */
export function sourceList(citations: readonly Citation[]): Markup {
  return h('details', { class: 'atlas-more' }, h('summary', {}, 'Sources'), sourcesOf(citations));
}

/** The text of each format with the button that copies it, for `formatChoice`. */
export function codes(rendered: Readonly<Record<RuleFormat, string>>): Markup[] {
  return formats.map(({ value, label }) =>
    h(
      'div',
      { class: 'atlas-code', 'data-format': value },
      h('button', { type: 'button', 'data-copy': true }, 'Copy'),
      h('pre', { tabindex: 0, role: 'region', 'aria-label': label }, code(rendered[value])),
    ),
  );
}

/** Texts in every format with a choice between them; `FormatStyles.astro` hides the others. */
export function formatChoice(preferred: RuleFormat, ...texts: Child[]): Markup {
  return h(
    'div',
    { class: 'atlas-formats' },
    h(
      'fieldset',
      {},
      h('legend', {}, 'Format'),
      formats.map(({ value, label }) =>
        h(
          'label',
          {},
          h('input', { type: 'radio', name: 'format', value, checked: value === preferred }),
          h('span', {}, label),
        ),
      ),
    ),
    texts,
  );
}
