/** What became of the flows that the owner of the network promises. */

import { ownFlowsInWords } from '../../../../core/validate/report/own-flows.ts';
import { labelOf } from '../../lib/labels.ts';
import { capitalized, sentence } from '../../lib/sentences.ts';
import { h, type Markup } from '../markup.ts';
import type { JsonReport } from '../validate/json-report.ts';
import { badgeOf } from './parts.ts';
import { row, table } from './table.ts';

const order = ['BROKEN', 'UNDECIDED', 'HOLDS'];

export function ownFlowsView({ ownFlows }: JsonReport): Markup | undefined {
  if (ownFlows.length === 0) return undefined;
  const sorted = ownFlows.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  const severalRegions = new Set(ownFlows.map(({ region }) => region)).size > 1;
  return h(
    'section',
    {},
    h('h3', {}, capitalized(ownFlowsInWords(ownFlows))),
    table(
      'What the network does with your own flows, broken ones first',
      ['Flow', 'Outcome', 'What the rules do', 'Why you promise it'],
      sorted.map(({ name, kind, direction, region, outcome, message, reason, owner }) =>
        row(
          [
            name,
            h('small', {}, `${labelOf(kind)}, ${labelOf(direction)}`),
            severalRegions && region !== null && h('small', {}, region),
          ],
          [
            badgeOf(outcome),
            sentence(message),
            [sentence(reason), owner !== null && h('small', {}, owner)],
          ],
        ),
      ),
    ),
  );
}
