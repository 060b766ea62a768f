/** The flows of a report as tables: those that are needed, then the optional ones, folded; and the trace of one. */

import { labelOf } from '../../lib/labels.ts';
import { h, type Markup } from '../markup.ts';
import { flowAddress } from '../validate/flow-address.ts';
import type { JsonReport } from '../validate/json-report.ts';
import { badgeOf, code, link } from './parts.ts';
import { row, table } from './table.ts';

type Flow = JsonReport['flows'][number];

const flowOrder = ['DENIED', 'PARTIAL', 'UNKNOWN', 'ALLOWED'];
const needOrder = ['REQUIRED', 'CONDITIONAL', 'RECOMMENDED', 'OPTIONAL'];

function rank({ outcome, necessity }: Flow): number {
  return needOrder.indexOf(necessity) * flowOrder.length + flowOrder.indexOf(outcome);
}

function flowRow(flow: Flow, index: number, severalRegions: boolean): Markup {
  const { portRule, direction, destinationPort, remoteTags, outcome, allowedFraction } = flow;
  const share =
    outcome === 'PARTIAL' && allowedFraction !== null
      ? `; ${(allowedFraction * 100).toFixed(1)} % allowed`
      : undefined;
  const name = [
    link(`/port-rules/${portRule.ruleId}/`, portRule.title),
    h('small', {}, `${labelOf(direction)} ${destinationPort} ${remoteTags.join(', ')}`),
    severalRegions && h('small', {}, flow.region),
  ];
  const cells = [
    [outcomeBadge(flow), h('small', {}, labelOf(flow.necessity), share)],
    [
      flow.decidedBy === null ? 'no group' : code(flow.decidedBy),
      flow.counterexample !== null && h('small', {}, 'denied: ', code(flow.counterexample)),
      flow.steps
        .filter(isElsewhere)
        .map(({ name, decidedBy, reason }) =>
          h('small', {}, code(name ?? decidedBy ?? 'admin rules'), `: ${reason}`),
        ),
    ],
    flow.trace.length > 0 &&
      h(
        'button',
        { type: 'button', 'data-trace': index, 'aria-expanded': 'false' },
        'Trace',
        h('span', { class: 'sr-only' }, ` of ${flow.key}`),
      ),
  ];
  return row(name, cells, {
    id: flowAddress(flow.region, flow.key),
    'data-flow': flow.key,
    'data-outcome': outcome,
  });
}

/** What stops a flow, or may stop it, before or behind the security group. */
const isElsewhere = ({ element, outcome }: Flow['steps'][number]) =>
  element !== 'NETWORK_SECURITY_GROUP' && outcome !== 'ALLOWED';

/** A flow that nobody needs is closed, which is no failure. */
const outcomeBadge = ({ outcome, necessity }: Flow) =>
  badgeOf(outcome === 'DENIED' && necessity === 'OPTIONAL' ? 'CLOSED' : outcome);

function flowTable(caption: string, rows: readonly Markup[]): Markup {
  return table(caption, ['Flow', 'Security group', 'Decided by', 'Evidence'], rows, 'atlas-flows');
}

function optionalSummary(flows: readonly Flow[]): string {
  const closed = flows.filter(({ outcome }) => outcome === 'DENIED').length;
  const noun = flows.length === 1 ? 'optional flow' : 'optional flows';
  return `${flows.length} ${noun}, ${closed} closed`;
}

export function flowsView(flows: readonly Flow[]): Markup | undefined {
  if (flows.length === 0) return undefined;
  const severalRegions = new Set(flows.map(({ region }) => region)).size > 1;
  const sorted = flows
    .map((flow, index) => ({ flow, index }))
    .sort((a, b) => rank(a.flow) - rank(b.flow));
  const rowsOf = (isShown: (flow: Flow) => boolean) =>
    sorted
      .filter(({ flow }) => isShown(flow))
      .map(({ flow, index }) => flowRow(flow, index, severalRegions));
  const isOptional = ({ necessity }: Flow) => necessity === 'OPTIONAL';
  const optional = flows.filter(isOptional);
  return h(
    'section',
    {},
    h('h3', {}, `Flows (${flows.length})`),
    flowTable(
      'What security groups do with the documented traffic, what is stopped first',
      rowsOf((flow) => !isOptional(flow)),
    ),
    optional.length > 0 &&
      h(
        'details',
        { class: 'atlas-more', open: optional.length === flows.length },
        h('summary', {}, optionalSummary(optional)),
        flowTable('What security groups do with optional traffic', rowsOf(isOptional)),
      ),
  );
}

type Trace = Flow['trace'][number];

/** The fields of a flow that a rule does not match; empty if it matches a part of the flow. */
function missesOf(entry: Trace): string {
  const fields: readonly (readonly [name: string, matched: boolean])[] = [
    ['protocol', entry.protocolMatched],
    ['source', entry.sourceMatched],
    ['source port', entry.sourcePortMatched],
    ['destination', entry.destinationMatched],
    ['port', entry.destinationPortMatched],
  ];
  return fields.flatMap(([name, matched]) => (matched ? [] : [name])).join(', ');
}

function shareOf(fraction: number | null): string {
  return fraction === null ? 'not measured' : `${+(fraction * 100).toFixed(2)} %`;
}

/** A cell with every rule that was evaluated for a flow, in Azure's order. */
export function traceView({ trace, key }: Flow): Markup {
  return h(
    'td',
    { colspan: 4, role: 'cell' },
    table(
      `Rules evaluated for ${key}`,
      ['Rule', 'Priority', 'Access', 'Does not match', 'Decided'],
      trace.map((entry) =>
        row(
          [entry.rule, entry.isDefault && h('small', {}, 'default rule')],
          [entry.priority, labelOf(entry.access), missesOf(entry) || '–', shareOf(entry.fraction)],
        ),
      ),
    ),
  );
}
