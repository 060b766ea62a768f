/** Where an address is known from. */

import { slug } from '../../lib/words.ts';
import { h, type Markup } from '../markup.ts';
import type { Answer } from '../tasks.ts';
import { badgeOf, code, link, row, sourceList, table } from './parts.ts';

export function addressView({ found, summary }: Answer<'lookupAddress'>): Markup {
  const { controlPlaneAddresses, controlPlanePrefixes, serviceTags, platformAddress } = found;
  return h(
    'div',
    {},
    h('h2', {}, code(found.address)),
    h('p', { class: 'atlas-answer', 'data-announce': true }, summary),
    platformAddress && h('p', {}, platformAddress.description),
    controlPlaneAddresses.length > 0 &&
      table(
        'Printed as a control-plane address',
        ['Region', 'Editions', 'Today'],
        controlPlaneAddresses.map(({ region, editions, isRetired }) =>
          row(
            region
              ? link(`/regions/${region.name}/`, region.displayName)
              : 'no region in particular',
            [editions.join(', '), isRetired ? badgeOf('PAST') : 'in the last table'],
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
    serviceTags.map(({ changeNumber, names }) =>
      table(
        `Service tags of the weekly file ${changeNumber} that hold it, the smallest first`,
        ['Service tag'],
        names.map((name) => row(code(name), [])),
      ),
    ),
    found.notes.length > 0 && [
      h('h3', {}, 'Worth knowing'),
      h(
        'ul',
        {},
        found.notes.map(({ text }) => h('li', {}, text)),
      ),
    ],
    sourceList(found.citations),
  );
}
