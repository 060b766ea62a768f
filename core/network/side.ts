/**
 * One end of a flow as a set, and how much of it the address entries of rules cover.
 *
 * Every result is a pair: what is certainly covered, and what may be covered. They differ where a weekly
 * service-tag file, the virtual network's address space or a template parameter is missing.
 */

import {
  type AddressPart,
  type Coverage,
  intersectParts,
  nothing,
  partOf,
  unionOfParts,
} from './address-part.ts';
import type { AddressTerm } from './address-term.ts';
import type { ServiceTagIndex, Tag } from './service-tags/service-tags.ts';
import { has, type IntervalSet, intersect, isEmpty, overlaps } from './sets/interval-set.ts';
import { privateAddresses } from './sets/ipv4.ts';

export interface Side {
  readonly all: AddressPart;
  /** What an entry covers of `all`. */
  cover(term: AddressTerm): Coverage;
  /**
   * True if the part contains at least one address even if prefixes are missing. `isAfterTags` means that earlier rules
   * named tags, which may have taken addresses of the part.
   */
  isCertainlyFilled(part: AddressPart, isAfterTags: boolean): boolean;
}

/** The known facts about the network of an instance. */
export interface KnownNetwork {
  readonly tags: ServiceTagIndex;
  /** Address prefix of the instance's subnet; undefined if unknown. */
  readonly subnet: IntervalSet | undefined;
  /** Address space of the virtual network and of the peers that VirtualNetwork contains; undefined if unknown. */
  readonly virtualNetwork: IntervalSet | undefined;
  /** Addresses of peers that VirtualNetwork does not contain, because traffic with them is blocked by default. */
  readonly strangers?: IntervalSet;
  /** Prefixes of user-defined routes, where they count: Azure puts them into VirtualNetwork, too. */
  readonly routed?: IntervalSet;
  /** Those of them that Internet may no longer hold. */
  readonly routedFromInternet?: IntervalSet;
}

export interface NetworkFacts extends KnownNetwork {
  /** Called with the code of each assumption that a result depends on. */
  assume(code: AssumptionCode): void;
}

export type AssumptionCode =
  | 'REGION_UNKNOWN'
  | 'SERVICE_TAGS_NOT_LOADED'
  | 'BUNDLED_PREFIXES'
  | 'SERVICE_TAG_PREFIXES'
  | 'VNET_SPACE_ASSUMED'
  | 'SUBNET_UNKNOWN'
  | 'EXPRESSION_UNRESOLVED'
  | 'IPV6_NOT_EVALUATED'
  | 'APPLICATION_SECURITY_GROUP_MEMBERS_UNKNOWN'
  | 'FIREWALL_POLICY_UNKNOWN'
  | 'BGP_ROUTES_UNKNOWN'
  | 'FLOW_SIMPLIFIED'
  | 'PRIORITY_CONTESTED';

/** No service tag holds more addresses; a larger set of public addresses therefore reaches beyond any tag. */
export const largestTag = 2 ** 27;

export const covered = (sure: AddressPart, maybe: AddressPart = sure): Coverage => ({
  sure,
  maybe,
});
export const uncovered = covered(nothing);

/** Numbered addresses of a side. */
export const coveredWithin = (line: IntervalSet, addresses: IntervalSet): Coverage =>
  overlaps(line, addresses) ? covered(partOf(intersect(line, addresses))) : uncovered;

/** A part of a side as a side of its own. */
export function narrowed(side: Side, all: AddressPart): Side {
  if (all === side.all) return side;
  return {
    ...side,
    all,
    cover(term) {
      const { sure, maybe } = side.cover(term);
      const inside = intersectParts(maybe, all);
      return covered(sure === maybe ? inside : intersectParts(sure, all), inside);
    },
  };
}

/** What a list of entries covers together. */
export function coverAll(side: Side, terms: readonly AddressTerm[]): Coverage {
  const [only] = terms;
  if (only && terms.length === 1) return side.cover(only);
  let { sure, maybe } = uncovered;
  for (const term of terms) {
    const coverage = side.cover(term);
    sure = unionOfParts(sure, coverage.sure);
    maybe = unionOfParts(maybe, coverage.maybe);
  }
  return { sure, maybe };
}

interface Answer {
  readonly coverage: Coverage;
  readonly rests: readonly AssumptionCode[];
}

/**
 * A side that caches the coverage of each tag and each long list of addresses; its assumptions are reported each time a
 * cached result is used. Single prefixes are not cached: comparing them is faster than a look-up.
 */
export function rememberedSide(
  network: NetworkFacts,
  sideOf: (network: NetworkFacts) => Side,
): Side {
  const heard = new Set<AssumptionCode>();
  const side = sideOf({
    ...network,
    assume(code) {
      heard.add(code);
      network.assume(code);
    },
  });
  const answers = new Map<AddressTerm | Tag, Answer>();
  return {
    ...side,
    cover(term) {
      if (term.kind === 'addresses' && term.addresses.length === 2) return side.cover(term);
      const key = term.kind === 'tag' ? term.tag : term;
      const known = answers.get(key);
      if (known) {
        for (const code of known.rests) network.assume(code);
        return known.coverage;
      }
      heard.clear();
      const coverage = side.cover(term);
      answers.set(key, { coverage, rests: [...heard] });
      return coverage;
    },
  };
}

/** Entries that are neither addresses nor tags: the same for every far end. */
export function coverUnreadable(
  term: AddressTerm,
  all: AddressPart,
  network: NetworkFacts,
): Coverage {
  switch (term.kind) {
    case 'unresolved':
      network.assume('EXPRESSION_UNRESOLVED');
      return covered(nothing, all);
    case 'ipv6':
      network.assume('IPV6_NOT_EVALUATED');
      return uncovered;
    case 'application-security-group':
      if (
        ![...all.atoms].some((atom) => atom.base === 'VirtualNetwork') &&
        isEmpty(intersect(all.line, privateAddresses))
      ) {
        return uncovered;
      }
      network.assume('APPLICATION_SECURITY_GROUP_MEMBERS_UNKNOWN');
      return covered(nothing, all);
    default:
      return uncovered;
  }
}

/** An address of the part, one of the preferred ones where it holds any, or else the name of a tag. */
export function sampleOf(
  part: AddressPart,
  preferred: readonly number[],
): number | string | undefined {
  const known = preferred.find((address) => has(part.line, address)) ?? part.line[0];
  return known ?? [...part.atoms].find((atom) => atom.isCertain)?.name;
}
