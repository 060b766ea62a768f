/** The picture of flows as plain text, for places that show no drawings. */

import { causeText, type DrawnFlow, type FlowDrawing } from './flow-drawing.ts';
import { oneLine } from './svg.ts';

const arrows = {
  PASSES: '────▶',
  STOPPED: '──╳··',
  PARTLY: '─ ─╳▶',
  UNDECIDED: '─ ─?▶',
} as const satisfies Record<DrawnFlow['state'], string>;

const mostName = 60;
const cut = (text: string) => (text.length > mostName ? `${text.slice(0, mostName - 1)}…` : text);

function lineOf({ direction, state, ports, title, farEnd, cause }: DrawnFlow): string {
  const why = cause ? `  ${causeText({ ...cause, name: cut(cause.name) })}` : '';
  const way = direction === 'INBOUND' ? 'in ' : 'out';
  return `  ${way} ${arrows[state]} ${ports.padEnd(14)} ${title} (${farEnd})${why}`;
}

/** Lines without control characters, each within the width of a code block. */
export function textDrawing(drawing: FlowDrawing): string {
  const { headline, subnet, instance, group, routeTable, firewall, flows, note } = drawing;
  const around = [
    group ?? 'no security group',
    ...(routeTable === undefined ? [] : [routeTable]),
    ...(firewall === undefined ? [] : [firewall]),
  ];
  return [
    headline,
    `${subnet}: ${instance}; ${around.join(', ')}`,
    ...flows.map(lineOf),
    ...(note === '' ? [] : [`  ${note}`]),
  ]
    .map(oneLine)
    .join('\n');
}
