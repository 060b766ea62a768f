/** What is known about an address. */

import { slug } from '../../lib/sentences.ts';
import { type Child, h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';
import { badgeOf, code, link, sourceList } from './parts.ts';
import { row, table } from './table.ts';

/** Dates do not break at their hyphens. */
const datesOf = (dates: readonly string[]): Child[] =>
  dates.map((date, index) => [index > 0 && ', ', h('time', { datetime: date }, date)]);

export function addressView({ match, summary }: Result<'lookupAddress'>): Markup {
  const { controlPlaneAddresses, controlPlanePrefixes, serviceTags, platformAddress } = match;
  return h(
    'div',
    {},
    h('h2', {}, code(match.address)),
    h('p', { class: 'atlas-result', 'data-announce': true }, summary),
    platformAddress && h('p', {}, platformAddress.description),
    controlPlaneAddresses.length > 0 &&
      table(
        'Documented as a control-plane address',
        ['Region', 'Editions', 'Today'],
        controlPlaneAddresses.map(({ region, editions, isRetired }) =>
          row(
            region ? link(`/regions/${region.name}/`, region.displayName) : 'no particular region',
            [datesOf(editions), isRetired ? badgeOf('PAST') : 'in the newest table'],
          ),
        ),
      ),
    controlPlanePrefixes.length > 0 &&
      table(
        'Within prefixes of ApiManagement',
        ['Prefix', 'Service tag', 'Region'],
        controlPlanePrefixes.map(({ prefix, serviceTag, region }) =>
          row(code(prefix), [
            link(`/service-tags/${slug(serviceTag.split('.')[0] ?? '')}/`, code(serviceTag)),
            region ? link(`/regions/${region.name}/`, region.displayName) : 'the whole tag',
          ]),
        ),
      ),
    serviceTags.map(({ changeNumber, date, names }) =>
      table(
        `Service tags of weekly file ${changeNumber}${date === null ? '' : ` of ${date}`} that contain it, smallest first`,
        ['Service tag'],
        names.map((name) => row(code(name), [])),
      ),
    ),
    match.notes.length > 0 && [
      h('h3', {}, 'Worth knowing'),
      h(
        'ul',
        {},
        match.notes.map(({ text }) => h('li', {}, text)),
      ),
    ],
    sourceList(match.citations),
  );
}
