/** How a change affects the addresses of an instance, why, and what to do. */

import { capitalized } from '../../lib/sentences.ts';
import { h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';
import { badgeOf, link, sourceList } from './parts.ts';
import { row, table } from './table.ts';

export function ipImpactView({ impact, summary, triggers }: Result<'ipImpact'>): Markup {
  const titleOf = new Map(triggers.map(({ id, title }) => [id, title]));
  const cause = ({ outcome, triggers: ids }: { outcome: string; triggers: readonly string[] }) => [
    badgeOf(outcome),
    ids.length > 0 && h('small', {}, ids.map((id) => titleOf.get(id)).join('; ')),
  ];
  return h(
    'div',
    {},
    h('h2', { 'data-announce': true }, summary),
    table(
      'Addresses by location',
      ['Location', 'Public address', 'Private address'],
      impact.locations.map(({ region, publicAddress, privateAddress }) =>
        row(link(`/regions/${region.name}/`, region.displayName), [
          cause(publicAddress),
          cause(privateAddress),
        ]),
      ),
    ),
    triggers.length > 0 && [
      h('h3', {}, 'Why'),
      h(
        'dl',
        {},
        triggers.map(({ id, title, description }) => [
          h('dt', {}, link(`/ip-changes/#${id}`, title)),
          h('dd', {}, description),
        ]),
      ),
    ],
    impact.steps.length > 0 && [
      h('h3', {}, 'What to do'),
      h(
        'ol',
        {},
        impact.steps.map((step) => h('li', {}, capitalized(step))),
      ),
    ],
    impact.notes.length > 0 && [
      h('h3', {}, 'Worth knowing'),
      h(
        'ul',
        {},
        impact.notes.map(({ text }) => h('li', {}, text)),
      ),
    ],
    sourceList(impact.citations),
  );
}
