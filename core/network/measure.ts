/** Sizes of parts of a flow, as shares of the whole or to compare them. */

import type { AddressPart } from './address-part.ts';
import type { Box } from './sets/box.ts';
import { size } from './sets/interval-set.ts';

/** Measures a box as a share of the whole flow; undefined where some of its addresses cannot be counted. */
export function shareOf(whole: Box): ((part: Box) => number) | undefined {
  const measures = [whole.remote, whole.local].map(countable);
  const [remote, local] = measures;
  if (!remote || !local) return undefined;
  return (part) =>
    part === whole
      ? 1
      : (remote(part.remote) / remote(whole.remote)) *
        (local(part.local) / local(whole.local)) *
        (size(part.ports) / size(whole.ports)) *
        (size(part.sourcePorts) / size(whole.sourcePorts));
}

/** Counts addresses; a side with only one name counts as one, because rules match all of it or nothing. */
function countable(side: AddressPart): ((part: AddressPart) => number) | undefined {
  if (side.atoms.size === 0) return (part) => size(part.line);
  return side.atoms.size === 1 && side.line.length === 0 ? (part) => part.atoms.size : undefined;
}

/** A comparable size if addresses are known only by name: an atom weighs as much as all numbered addresses. */
export function weightOf({ remote, local, ports, sourcePorts }: Box): number {
  const weigh = (part: AddressPart) => part.atoms.size * 2 ** 32 + size(part.line);
  return weigh(remote) * weigh(local) * size(ports) * size(sourcePorts);
}

export function sum(boxes: readonly Box[], measure: (box: Box) => number): number {
  return boxes.reduce((total, part) => total + measure(part), 0);
}
