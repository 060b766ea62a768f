/** Arrows of flows: whole, broken by a cross, or dashed. */

import type { FlowState } from './flow-drawing.ts';
import { element } from './svg.ts';

/** Along a line at height y. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

const headLength = 9;
/** From the subnet to where a stopped arrow is broken: the security group is there. */
const breakDistance = 20;
const armLength = 6;

const line = (kind: string, x1: number, x2: number, y: number) =>
  element('path', { class: kind, d: `M${round(x1)} ${y}H${round(x2)}` });

const round = (value: number) => Math.round(value * 10) / 10;

function head({ from, to, y }: Arrow): string {
  const back = to > from ? -headLength : headLength;
  return element('path', { class: 'head', d: `M${to} ${y}l${back}-4.5v9z` });
}

function cross(x: number, y: number): string {
  const a = armLength;
  return element('path', {
    class: 'cross',
    d: `M${round(x - a)} ${y - a}l${2 * a} ${2 * a}M${round(x - a)} ${y + a}l${2 * a}-${2 * a}`,
  });
}

/** The line ends where the head begins, so that its end does not show. */
const neck = ({ from, to }: Arrow) => (to > from ? to - headLength + 1 : to + headLength - 1);

/** The end of the way that is at the subnet. */
export type SubnetEnd = 'from' | 'to';

export function arrow(state: FlowState, way: Arrow, subnetEnd: SubnetEnd = 'from'): string {
  if (state === 'STOPPED') {
    const sign = Math.sign(way.to - way.from);
    const x = way[subnetEnd] + (subnetEnd === 'from' ? sign : -sign) * breakDistance;
    return (
      line('line', way.from, x, way.y) +
      line('lost', x + sign * (armLength + 3), way.to - sign * 2, way.y) +
      cross(x, way.y)
    );
  }
  return line(state === 'PASSES' ? 'line' : 'line open', way.from, neck(way), way.y) + head(way);
}

/** Through a firewall: whole up to it, open behind it; what is stopped ends there. */
export function tunneledArrow(
  state: FlowState,
  way: Arrow,
  firewall: { readonly near: number; readonly far: number },
): string {
  const first = { ...way, to: firewall.near };
  const second = { ...way, from: firewall.far };
  if (state === 'STOPPED') {
    return (
      line('line', way.from, firewall.near - armLength - 2, way.y) +
      cross(firewall.near - armLength - 2, way.y) +
      line('lost', second.from, second.to - 2, way.y)
    );
  }
  return line('line', first.from, neck(first), first.y) + head(first) + arrow('UNDECIDED', second);
}
