/** The network status of the instance, each dependency that is worth a look explained, the others folded. */

import type { DependencyStatus } from '../../../../core/validate/network-status/status.ts';
import {
  detailsOf,
  isNotable,
  statusInWords,
} from '../../../../core/validate/report/network-status.ts';
import { capitalized, sentence } from '../../lib/sentences.ts';
import { h, type Markup } from '../markup.ts';

export function networkStatusView(dependencies: readonly DependencyStatus[]): Markup {
  const notable = dependencies.filter(isNotable);
  const others = dependencies.filter((one) => !isNotable(one));
  return h(
    'section',
    { class: 'atlas-network-status' },
    h('h3', {}, 'Network status'),
    h('p', {}, sentence(statusInWords(dependencies))),
    notable.length > 0 && h('ul', {}, notable.map(notableItem)),
    others.length > 0 &&
      h(
        'details',
        { class: 'atlas-more' },
        h('summary', {}, `As expected (${others.length})`),
        h(
          'ul',
          {},
          others.map((one) => h('li', {}, h('code', {}, one.name), `, ${detailsOf(one)}`)),
        ),
      ),
  );
}

function notableItem(dependency: DependencyStatus): Markup {
  const { state, message, error, nextSteps } = dependency;
  return h(
    'li',
    { 'data-state': state },
    h('p', {}, h('strong', {}, capitalized(state.toLowerCase())), ': ', sentence(message)),
    h('p', { class: 'atlas-scope' }, detailsOf(dependency)),
    error !== null && h('p', {}, 'Azure says: ', h('code', {}, error)),
    nextSteps.length > 0 &&
      h(
        'ol',
        {},
        nextSteps.map((step) => h('li', {}, sentence(step))),
      ),
  );
}
