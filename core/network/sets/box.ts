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

const ends = [0, -1] as const;

/** Tries packets of a box, up to the first that fails: the first and the last addresses with the first and the last ports. */
export function everyCorner(
  { remote, local, ports, sourcePorts }: Box,
  holds: (packet: Box) => boolean,
): boolean {
  for (const end of ends) {
    const addresses = { remote: addressAt(remote, end), local: addressAt(local, end) };
    for (const portEnd of ends) {
      const packet = {
        ...addresses,
        ports: numberAt(ports, portEnd),
        sourcePorts: numberAt(sourcePorts, portEnd),
      };
      if (!holds(packet)) return false;
    }
  }
  return true;
}

function addressAt({ line, atoms }: AddressPart, end: 0 | -1): AddressPart {
  if (line.length > 0) return partOf(numberAt(line, end));
  return partOf([], [...atoms].slice(end).slice(0, 1));
}

function numberAt(set: IntervalSet, end: 0 | -1): IntervalSet {
  const number = set.at(end) as number;
  return [number, number];
}

/** What two boxes have in common; undefined where they do not meet. */
export function intersection(a: Box, b: Box): Box | undefined {
  if (!boxesMeet(a, b)) return undefined;
  return {
    remote: intersectParts(a.remote, b.remote),
    local: intersectParts(a.local, b.local),
    ports: intersect(a.ports, b.ports),
    sourcePorts: intersect(a.sourcePorts, b.sourcePorts),
  };
}

/** The parts of the boxes that are inside `other`. */
export const intersections = (boxes: readonly Box[], other: Box): Box[] =>
  boxes.flatMap((one) => intersection(one, other) ?? []);

/** The parts of the boxes that are outside `other`. */
export const differences = (boxes: readonly Box[], other: Box): Box[] =>
  boxes.flatMap((one) => difference(one, other));

/** The part of `a` outside `b`, as up to four disjoint boxes. */
export function difference(a: Box, b: Box): Box[] {
  const inner = intersection(a, b);
  return inner ? without(a, inner) : [a];
}

/** What is left of a box without a part of it, as up to four disjoint boxes. */
export function without(a: Box, { remote, local, ports, sourcePorts }: Box): Box[] {
  const parts: Box[] = [];
  const add = (part: Box | undefined) => {
    if (part) parts.push(part);
  };
  add(box(subtractParts(a.remote, remote), a.local, a.ports, a.sourcePorts));
  add(box(remote, subtractParts(a.local, local), a.ports, a.sourcePorts));
  add(box(remote, local, subtract(a.ports, ports), a.sourcePorts));
  add(box(remote, local, ports, subtract(a.sourcePorts, sourcePorts)));
  return parts;
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
