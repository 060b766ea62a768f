/** What the layouts of a picture of flows share: rows, boxes, links, the frame. */

import { causeText, type DrawnFlow, type FlowCause, type FlowDrawing } from './flow-drawing.ts';
import { element, escaped, fitted, type TextStyle, text, widthOf } from './svg.ts';

export type Shape = 'wide' | 'narrow';

export interface PictureOptions {
  readonly shape: Shape;
  /** Makes each flow a link; without it the picture is an image. */
  readonly hrefOf?: (flow: DrawnFlow) => string;
}

export const boxHeight = 38;
export const pitch = 46;
const causeHeight = 18;
const padding = 9;

export interface Row {
  readonly flow: DrawnFlow;
  /** Top of its box. */
  readonly y: number;
  /** Written above it: of neighbours with one cause it is above the first, with their number. */
  readonly shownCause: FlowCause | undefined;
}

const ranks = ['STOPPED', 'PARTLY', 'UNDECIDED', 'PASSES'];

/** What is stopped comes first, what the firewall takes last, so that it is drawn once beside all of it. */
export const inOrder = (
  flows: readonly DrawnFlow[],
  direction: DrawnFlow['direction'],
): readonly DrawnFlow[] =>
  flows
    .filter((flow) => flow.direction === direction)
    .toSorted(
      (a, b) =>
        Number(a.isTunneled) - Number(b.isTunneled) ||
        ranks.indexOf(a.state) - ranks.indexOf(b.state) ||
        writtenCause(a).localeCompare(writtenCause(b)),
    );

const writtenCause = ({ cause }: DrawnFlow) => (cause ? causeText(cause) : '');

/** 6 stopped by DenyInternet (150) */
function counted(cause: FlowCause, count: number): FlowCause {
  if (count === 1) return cause;
  const { lead } = cause;
  const isOfEach = lead.startsWith('a part');
  return {
    ...cause,
    lead: isOfEach ? `of ${count} ${lead}` : `${count} ${lead.replace(/^leaves/, 'leave')}`,
  };
}

export function stacked(
  flows: readonly DrawnFlow[],
  top: number,
  hasCause = ({ cause }: DrawnFlow) => cause !== undefined,
): { readonly rows: readonly Row[]; readonly end: number } {
  let y = top;
  const keys = flows.map((flow) => (hasCause(flow) ? `${flow.state} ${writtenCause(flow)}` : ''));
  const rows = flows.map((flow, index) => {
    const key = keys[index];
    const isFirst = key !== '' && key !== keys[index - 1];
    const end = keys.findIndex((other, later) => later > index && other !== key);
    const shownCause =
      isFirst && flow.cause
        ? counted(flow.cause, (end < 0 ? flows.length : end) - index)
        : undefined;
    if (shownCause) y += causeHeight;
    const row = { flow, y, shownCause };
    y += pitch;
    return row;
  });
  return { rows, end: y };
}

export const middleOf = ({ y }: Row): number => y + boxHeight / 2;

/** The name of a link is the text in it; of an image's part it is a title. */
export function flowGroup(
  { flow, y, shownCause }: Row,
  drawn: string,
  { hrefOf }: PictureOptions,
): string {
  const { title, ports, farEnd, direction, cause, state } = flow;
  const attributes = { class: 'flow', 'data-state': state, 'data-flow': flow.key };
  if (hrefOf) {
    const isWritten = cause !== undefined && shownCause?.lead === cause.lead;
    const words = cause ? causeText(cause) : 'passes';
    const fate = isWritten ? '' : text(0, y + boxHeight, words, { class: 'unseen' });
    return element('a', { ...attributes, href: hrefOf(flow) }, drawn, fate);
  }
  const end = direction === 'INBOUND' ? `from ${farEnd}` : `to ${farEnd}`;
  const label = `${title}, ${ports} ${end}: ${cause ? causeText(cause) : 'passes'}`;
  return element('g', attributes, element('title', {}, escaped(label)), drawn);
}

export function box({ flow, y }: Row, x: number, width: number): string {
  const room = width - 2 * padding;
  return (
    element('rect', { class: 'box', x, y, width, height: boxHeight, rx: 6 }) +
    text(x + padding, y + 16, fitted(flow.title, room, 12, 'bold'), { class: 'name' }) +
    text(x + padding, y + 31, fitted(flow.farEnd, room, 10.5), { class: 'faint' })
  );
}

/** The part of a way that the cross of a stopped arrow takes. */
const crossRoom = 28;

/** Above the middle of the way from the subnet to the box, or of what a cross leaves of it. */
export function portsAt({ ports, state }: DrawnFlow, [near, far]: Way, y: number): string {
  const start = state === 'STOPPED' ? near + Math.sign(far - near) * crossRoom : near;
  return text((start + far) / 2, y - 9, ports, { class: 'ports', 'text-anchor': 'middle' });
}

type Way = readonly [near: number, far: number];

const causeSize = 11;

function fittedCause({ lead, name, tail }: FlowCause, room: number): string {
  const around = [lead, tail].filter((part) => part !== '').join('  ');
  const left = room - widthOf(around, causeSize, 'bold');
  return fitted(
    causeText({ lead, tail, name: fitted(name, left, causeSize, 'bold') }),
    room,
    causeSize,
    'bold',
  );
}

/** Above a box. */
export const causeAt = (
  { shownCause, y }: Row,
  x: number,
  room: number,
  style: TextStyle = {},
): string =>
  shownCause ? text(x, y - 6, fittedCause(shownCause, room), { class: 'cause', ...style }) : '';

export function frame(
  { headline }: FlowDrawing,
  { shape, hrefOf }: PictureOptions,
  [width, height]: readonly [number, number],
  inside: string,
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `atlas-drawing atlas-${shape}`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      role: hrefOf ? 'group' : 'img',
      'aria-label': headline,
    },
    inside,
  );
}
