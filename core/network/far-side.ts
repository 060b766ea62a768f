/**
 * The two kinds of far ends: those all of whose addresses are known by number, and those known in part by tag name
 * only.
 */

import { type AddressPart, type Atom, type Coverage, nothing, partOf } from './address-part.ts';
import { isEverything } from './address-term.ts';
import { coverAtom, isServiceTag } from './service-tags/atoms.ts';
import type { Tag } from './service-tags/service-tags.ts';
import {
  covers,
  type IntervalSet,
  intersect,
  isEmpty,
  overlaps,
  size,
} from './sets/interval-set.ts';
import { publicAddresses } from './sets/ipv4.ts';
import {
  covered,
  coveredWithin,
  coverUnreadable,
  largestTag,
  type NetworkFacts,
  type Side,
  uncovered,
} from './side.ts';

type TagCoverage = 'all' | 'none' | 'maybe' | Coverage;

/** An end whose addresses are all known by number. */
export function numberedSide(
  line: IntervalSet,
  network: NetworkFacts,
  coverTag: (tag: Tag) => TagCoverage,
): Side {
  const all = partOf(line);
  const whole = covered(all);
  return {
    all,
    isCertainlyFilled: (part) => !isEmpty(part.line),
    cover(term) {
      if (isEverything(term)) return whole;
      if (term.kind === 'addresses') return coveredWithin(line, term.addresses);
      if (term.kind !== 'tag') return coverUnreadable(term, all, network);
      const coverage = coverTag(term.tag);
      if (coverage === 'all') return whole;
      if (coverage === 'none') return uncovered;
      if (coverage !== 'maybe') return coverage;
      network.assume('SERVICE_TAGS_NOT_LOADED');
      return covered(nothing, all);
    },
  };
}

/** An end of which at least a part is known only by tag name. */
export function namedSide(all: AddressPart, network: NetworkFacts): Side {
  return {
    all,
    isCertainlyFilled: (part, isAfterTags) =>
      [...part.atoms].some((atom) => atom.isCertain) ||
      size(part.line) > (isAfterTags ? largestTag : 0),
    cover(term) {
      if (isEverything(term)) return covered(all);
      if (term.kind === 'addresses') {
        if (covers(term.addresses, publicAddresses)) return covered(all);
        if (all.atoms.size === 0 || !overlaps(term.addresses, publicAddresses)) {
          return coveredWithin(all.line, term.addresses);
        }
        network.assume('SERVICE_TAGS_NOT_LOADED');
        const line = intersect(all.line, term.addresses);
        return covered(partOf(line), partOf(line, all.atoms));
      }
      if (term.kind !== 'tag') return coverUnreadable(term, all, network);
      if (term.tag.name === 'Internet') return covered(all);
      if (!isServiceTag(term.tag)) return uncovered;
      const sure: Atom[] = [];
      const maybe: Atom[] = [];
      for (const atom of all.atoms) {
        const coverage = coverAtom(term.tag, atom);
        if (coverage === 'all') sure.push(atom);
        if (coverage !== 'none') maybe.push(atom);
        if (coverage === 'maybe') network.assume('SERVICE_TAGS_NOT_LOADED');
      }
      if (maybe.length === 0) return uncovered;
      const perhaps = partOf([], maybe);
      return covered(sure.length === maybe.length ? perhaps : partOf([], sure), perhaps);
    },
  };
}
