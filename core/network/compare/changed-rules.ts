/** Where two lists of rules differ: a packet that no changed rule takes has the same first match in both. */

import { type Box, boxesMeet, differences } from '../sets/box.ts';
import type { Match } from './packet-filter.ts';

/** With more changed rules the packets of all of them are most packets anyway. */
const mostChanged = 64;

/** Disjoint boxes that hold every packet whose first match may differ. */
export function changedBoxes(
  before: readonly Match[],
  after: readonly Match[],
  everything: Box,
): Box[] {
  const changed = changedMatches(before, after);
  if (changed.length > mostChanged) return [everything];
  const boxes: Box[] = [];
  for (const { maybe } of changed) {
    const meeting = boxes.filter((one) => boxesMeet(one, maybe));
    boxes.push(...meeting.reduce<Box[]>((rest, one) => differences(rest, one), [maybe]));
  }
  return boxes;
}

/** All that are not in the longest common subsequence of both. */
function changedMatches(before: readonly Match[], after: readonly Match[]): Match[] {
  const isSame = (i: number, j: number) => before[i]?.key === after[j]?.key;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(start, start)) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(before.length - 1 - end, after.length - 1 - end)) {
    end += 1;
  }
  const old = before.slice(start, before.length - end);
  const now = after.slice(start, after.length - end);
  // lengths[i][j]: of the longest common subsequence of what begins at i and j.
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] as number;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i]?.key === now[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changed: Match[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [left, right] = [old[i], now[j]];
    if (left && right && left.key === right.key) {
      i += 1;
      j += 1;
    } else if (left && (!right || at(i + 1, j) >= at(i, j + 1))) {
      changed.push(left);
      i += 1;
    } else if (right) {
      changed.push(right);
      j += 1;
    }
  }
  return changed;
}
