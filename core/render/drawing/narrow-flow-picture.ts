/** The flows of a subnet in one column, for a narrow screen. */

import { arrow } from './arrow.ts';
import type { FlowDrawing } from './flow-drawing.ts';
import {
  box,
  causeAt,
  flowGroup,
  frame,
  inOrder,
  middleOf,
  type PictureOptions,
  portsAt,
  type Row,
  stacked,
} from './flow-parts.ts';
import { element, fitted, text } from './svg.ts';

const width = 328;
const boxWidth = 186;
const subnet = { x: 292, width: 36 };
const gate = { x: subnet.x - 5, width: 5 };
const top = 46;
const heading = 26;
const faint = { class: 'faint' };

export function narrowFlowPicture(drawing: FlowDrawing, options: PictureOptions): string {
  const inbound = stacked(inOrder(drawing.flows, 'INBOUND'), top + heading);
  const outbound = stacked(inOrder(drawing.flows, 'OUTBOUND'), inbound.end + heading);
  const bottom = Math.max(outbound.end, top + 160);
  const around = [drawing.group ?? 'no security group', drawing.routeTable, drawing.firewall];
  const height = bottom - top - 6;
  const x = subnet.x + subnet.width / 2 - 4;
  const y = top + height / 2;
  return frame(
    drawing,
    options,
    [width, bottom + (drawing.note === '' ? 0 : 20)],
    [
      text(0, 14, fitted(drawing.instance, width, 12, 'bold'), { class: 'name' }),
      text(0, 32, fitted(around.filter(Boolean).join(', '), width, 11), { class: 'accent' }),
      element('rect', { class: 'subnet', ...subnet, y: top, height, rx: 6 }),
      drawing.group === undefined
        ? ''
        : element('rect', { class: 'gate', ...gate, y: top, height }),
      text(x, y, fitted(drawing.subnet, height - 12, 12, 'bold'), {
        class: 'name',
        'text-anchor': 'middle',
        transform: `rotate(90 ${x} ${y})`,
      }),
      inbound.rows.length > 0 ? text(0, top + 14, 'Into the subnet', faint) : '',
      outbound.rows.length > 0 ? text(0, inbound.end + 16, 'Out of the subnet', faint) : '',
      ...[...inbound.rows, ...outbound.rows].map((row) => flowOf(row, options)),
      drawing.note === '' ? '' : text(0, bottom + 12, fitted(drawing.note, width, 11), faint),
    ].join(''),
  );
}

function flowOf(row: Row, options: PictureOptions): string {
  const { flow } = row;
  const y = middleOf(row);
  const way =
    flow.direction === 'INBOUND'
      ? { from: boxWidth, to: gate.x - 2, y }
      : { from: gate.x, to: boxWidth + 2, y };
  return flowGroup(
    row,
    box(row, 0, boxWidth) +
      arrow(flow.state, way, flow.direction === 'INBOUND' ? 'to' : 'from') +
      portsAt(flow, [gate.x, boxWidth], y) +
      causeAt(row, 0, gate.x - 4),
    options,
  );
}
