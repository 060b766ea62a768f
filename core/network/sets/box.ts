/** Sets of packets as products of their sides, and what two of them have in common or not. */

import {
  type AddressPart,
  holdsPart,
  intersectParts,
  isEmptyPart,
  partOf,
  partsMeet,
  subtractParts,
  unionOfParts,
} from '../address-part.ts';
import {
  covers,
  type IntervalSet,
  intersect,
  isEmpty,
  overlaps,
  subtract,
  union,
} from './interval-set.ts';

/** A set of packets: the product of its four sides. */
export interface Box {
  readonly remote: AddressPart;
  readonly local: AddressPart;
  readonly ports: IntervalSet;
  readonly sourcePorts: IntervalSet;
}

/** The box with these sides, or undefined where a side is empty. */
export function box(
  remote: AddressPart,
  local: AddressPart,
  ports: IntervalSet,
  sourcePorts: IntervalSet,
): Box | undefined {
  if (isEmptyPart(remote) || isEmptyPart(local) || isEmpty(ports) || isEmpty(sourcePorts)) {
    return undefined;
  }
  return { remote, local, ports, sourcePorts };
}

export function boxesMeet(a: Box, b: Box): boolean {
  return (
    overlaps(a.ports, b.ports) &&
    overlaps(a.sourcePorts, b.sourcePorts) &&
    partsMeet(a.local, b.local) &&
    partsMeet(a.remote, b.remote)
  );
}

export function holdsBox(outer: Box, inner: Box): boolean {
  return (
    covers(outer.ports, inner.ports) &&
    covers(outer.sourcePorts, inner.sourcePorts) &&
    holdsPart(outer.local, inner.local) &&
    holdsPart(outer.remote, inner.remote)
  );
}

/** One packet of a box: the first on each side, or the last. */
export const packetAt = ({ remote, local, ports, sourcePorts }: Box, end: 0 | -1): Box => ({
  remote: addressAt(remote, end),
  local: addressAt(local, end),
  ports: numberAt(ports, end),
  sourcePorts: numberAt(sourcePorts, end),
});

function addressAt({ line, atoms }: AddressPart, end: 0 | -1): AddressPart {
  if (line.length > 0) return partOf(numberAt(line, end));
  return partOf([], [...atoms].slice(end).slice(0, 1));
}

function numberAt(set: IntervalSet, end: 0 | -1): IntervalSet {
  const number = set.at(end) as number;
  return [number, number];
}

/** The parts of the boxes that are inside `other`. */
export function intersections(boxes: readonly Box[], other: Box): Box[] {
  const common: Box[] = [];
  for (const one of boxes) {
    if (!boxesMeet(one, other)) continue;
    const part = box(
      intersectParts(one.remote, other.remote),
      intersectParts(one.local, other.local),
      intersect(one.ports, other.ports),
      intersect(one.sourcePorts, other.sourcePorts),
    );
    if (part) common.push(part);
  }
  return common;
}

/** The parts of the boxes that are outside `other`. */
export const differences = (boxes: readonly Box[], other: Box): Box[] =>
  boxes.flatMap((one) => difference(one, other));

/** The part of `a` outside `b`, as up to four disjoint boxes. */
export function difference(a: Box, b: Box): Box[] {
  if (!boxesMeet(a, b)) return [a];
  const remote = intersectParts(a.remote, b.remote);
  const local = intersectParts(a.local, b.local);
  const ports = intersect(a.ports, b.ports);
  return [
    box(subtractParts(a.remote, b.remote), a.local, a.ports, a.sourcePorts),
    box(remote, subtractParts(a.local, b.local), a.ports, a.sourcePorts),
    box(remote, local, subtract(a.ports, b.ports), a.sourcePorts),
    box(remote, local, ports, subtract(a.sourcePorts, b.sourcePorts)),
  ].filter((part) => part !== undefined);
}

/** The smallest box that contains all of them. */
export function boxAround(boxes: readonly Box[]): Box {
  return {
    remote: unionOfParts(...boxes.map(({ remote }) => remote)),
    local: unionOfParts(...boxes.map(({ local }) => local)),
    ports: union(...boxes.map(({ ports }) => ports)),
    sourcePorts: union(...boxes.map(({ sourcePorts }) => sourcePorts)),
  };
}
