/**
 * What two service tags of a weekly file have in common. All validations compare the same few tags, those of the documented
 * flows, with the tags that rules name, so the sets outlive a validation.
 */

import type { Coverage } from './address-part.ts';
import type { IntervalSet } from './sets/interval-set.ts';
import { coveredWithin } from './side.ts';

/** Numbers in all of these sets, 8 bytes each; then they are forgotten. Groups in use name a few hundred pairs of tags. */
const mostNumbers = 500_000;
/** What an entry takes besides, in numbers. */
const perEntry = 16;

let known = new WeakMap<IntervalSet, WeakMap<IntervalSet, Coverage>>();
let numbers = 0;

/** What the addresses of one tag cover of those of another; both must live as long as the file. */
export function commonPart(line: IntervalSet, addresses: IntervalSet): Coverage {
  const cached = known.get(line)?.get(addresses);
  if (cached) return cached;
  const coverage = coveredWithin(line, addresses);
  numbers += perEntry + coverage.maybe.line.length;
  if (numbers > mostNumbers) {
    known = new WeakMap();
    numbers = perEntry + coverage.maybe.line.length;
  }
  const coverages = known.get(line) ?? new WeakMap<IntervalSet, Coverage>();
  known.set(line, coverages.set(addresses, coverage));
  return coverage;
}
