/** The flows of a subnet, drawn around it. */

import { arrow, tunneledArrow } from './arrow.ts';
import type { DrawnFlow, FlowDrawing } from './flow-drawing.ts';
import {
  box,
  boxHeight,
  causeAt,
  flowGroup,
  frame,
  inOrder,
  middleOf,
  type PictureOptions,
  pitch,
  portsAt,
  type Row,
  stacked,
} from './flow-parts.ts';
import { element, fitted, text } from './svg.ts';

const width = 760;
const boxWidth = 178;
const network = { x: 214, width: 298 };
const subnet = { x: 272, width: 188 };
const gateWidth = 6;
const firewall = { near: 534, far: 556 };
const top = 34;

const left = { far: boxWidth, near: subnet.x - gateWidth };
const right = { near: subnet.x + subnet.width + gateWidth, far: width - boxWidth };
const centre = subnet.x + subnet.width / 2;

export function wideFlowPicture(drawing: FlowDrawing, options: PictureOptions): string {
  const inbound = stacked(inOrder(drawing.flows, 'INBOUND'), top + 10);
  const outbound = stacked(inOrder(drawing.flows, 'OUTBOUND'), top + 10, hasOwnCause);
  const bottom = Math.max(inbound.end, outbound.end, top + 10 + 3 * pitch);
  const height = bottom + 8;
  const tunneled = drawing.firewall === undefined ? [] : outbound.rows.filter(isTunneled);
  return frame(
    drawing,
    options,
    [width, height + (drawing.note === '' ? 0 : 22)],
    [
      element('rect', { class: 'network', y: 1, ...network, height: height - 2, rx: 10 }),
      text(network.x + 10, 20, fitted(drawing.virtualNetwork, network.width - 20, 11), faint),
      ...subnetParts(drawing, bottom),
      ...inbound.rows.map((row) => inboundFlow(row, options)),
      ...outbound.rows.map((row) => outboundFlow(row, tunneled.includes(row), options)),
      tunneled.length > 0 ? firewallBeside(tunneled, drawing.firewall ?? '') : '',
      drawing.note === ''
        ? ''
        : text(width, height + 15, fitted(drawing.note, width, 11), {
            ...faint,
            'text-anchor': 'end',
          }),
    ].join(''),
  );
}

const faint = { class: 'faint' };
/** What the firewall decides is drawn at the firewall. */
const hasOwnCause = ({ cause, isTunneled, state }: DrawnFlow) =>
  cause !== undefined && !(isTunneled && state === 'UNDECIDED');
const isTunneled = ({ flow }: Row) => flow.isTunneled;

function subnetParts(drawing: FlowDrawing, bottom: number): readonly string[] {
  const height = bottom - top - 6;
  const room = subnet.width - 16;
  const line = (y: number, kind: string, content: string, size = 11) =>
    text(centre, y, fitted(content, room, size, size > 11 ? 'bold' : 'regular'), {
      class: kind,
      'text-anchor': 'middle',
    });
  return [
    element('rect', { class: 'subnet', ...subnet, y: top, height, rx: 8 }),
    ...(drawing.group === undefined
      ? []
      : [subnet.x - gateWidth, subnet.x + subnet.width].map((x) =>
          element('rect', { class: 'gate', x, y: top, width: gateWidth, height, rx: 2 }),
        )),
    line(top + 26, 'name', drawing.subnet, 13),
    ...instanceLines(drawing.instance).map((content, index) =>
      line(top + 44 + index * 15, 'faint', content, 10.5),
    ),
    line(bottom - 18, 'accent', drawing.group ?? 'no security group'),
    drawing.routeTable === undefined ? '' : line(bottom - 35, 'accent', drawing.routeTable),
  ];
}

const product = 'API Management ';

/** The product, then tier and mode: together they are wider than the subnet. */
const instanceLines = (instance: string): readonly string[] =>
  instance.startsWith(product) ? [product.trim(), instance.slice(product.length)] : [instance];

function inboundFlow(row: Row, options: PictureOptions): string {
  const { flow } = row;
  const y = middleOf(row);
  return flowGroup(
    row,
    box(row, 0, boxWidth) +
      arrow(flow.state, { from: left.far, to: left.near - 2, y }, 'to') +
      portsAt(flow, [left.near, left.far], y) +
      causeAt(row, left.near - 2, left.near - 4, { 'text-anchor': 'end' }),
    options,
  );
}

function outboundFlow(row: Row, isThrough: boolean, options: PictureOptions): string {
  const { flow } = row;
  const way = { from: right.near, to: right.far - 2, y: middleOf(row) };
  return flowGroup(
    row,
    box(row, right.far, boxWidth) +
      (isThrough ? tunneledArrow(flow.state, way, firewall) : arrow(flow.state, way)) +
      portsOf(flow, isThrough, way.y) +
      (hasOwnCause(flow) ? causeAt(row, right.near + 6, width - right.near - 6) : ''),
    options,
  );
}

const portsSize = 11;
const roomBeforeFirewall = firewall.near - right.near - 8;

/** Before the firewall the cross is low enough to leave the ports their room. */
const portsOf = (flow: DrawnFlow, isThrough: boolean, y: number): string => {
  if (!isThrough) return portsAt(flow, [right.near, right.far], y);
  const ports = fitted(flow.ports, roomBeforeFirewall, portsSize);
  return portsAt({ ...flow, state: 'PASSES', ports }, [right.near, firewall.near], y);
};

/** Beside the flows that it takes. */
function firewallBeside(rows: readonly Row[], name: string): string {
  const from = (rows[0]?.y ?? 0) - 2;
  const height = (rows.at(-1)?.y ?? 0) + boxHeight + 2 - from;
  const x = (firewall.near + firewall.far) / 2;
  const y = from + height / 2;
  return (
    element('rect', {
      class: 'firewall',
      x: firewall.near,
      y: from,
      width: firewall.far - firewall.near,
      height,
      rx: 4,
    }) +
    text(x - 4, y, fitted(name, height - 8, 10.5, 'bold'), {
      class: 'wall',
      'text-anchor': 'middle',
      transform: `rotate(90 ${x - 4} ${y})`,
    })
  );
}
