/** How a change affects the addresses of an instance, why, and what to do. */

import { capitalized } from '../../lib/sentences.ts';
import { h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';
import { badgeOf, link, sourceList } from './parts.ts';
import { row, table } from './table.ts';

type Address = Result<'ipImpact'>['impact']['locations'][number]['publicAddress'];

export function ipImpactView({ impact, summary, triggers }: Result<'ipImpact'>): Markup {
  const titleOf = new Map(triggers.map(({ id, title }) => [id, title]));
  // What only one of the two has is new or goes: no event changes it.
  const isReplaced = ({ outcome, only }: Address) => outcome === 'CHANGES' && only === undefined;
  const cause = (address: Address) =>
    address.only === undefined
      ? [
          badgeOf(address.outcome),
          isReplaced(address) &&
            h('small', {}, address.triggers.map((id) => titleOf.get(id)).join('; ')),
        ]
      : badgeOf(address.only === 'AFTER' ? 'NEW' : 'GOES');
  const addresses = impact.locations.flatMap((one) => [one.publicAddress, one.privateAddress]);
  const replacing = new Set(addresses.filter(isReplaced).flatMap((one) => one.triggers));
  const reasons = triggers.filter(({ id }) => replacing.has(id));
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
    reasons.length > 0 && [
      h('h3', {}, 'Why'),
      h(
        'dl',
        {},
        reasons.map(({ id, title, description }) => [
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
