/**
 * The two ends of a flow as sets, and how much of each end a rule's address entry covers.
 *
 * Every answer is a pair: what is covered for certain, and what may be covered. They differ where a weekly
 * service-tag file, the virtual network's address space or a template parameter is missing.
 */

import {
  type AddressPart,
  type Atom,
  type Coverage,
  nothing,
  partOf,
  unionOfParts,
} from './address-part.ts';
import { type AddressTerm, isEverything } from './address-term.ts';
import {
  covers,
  has,
  type IntervalSet,
  intersect,
  interval,
  isEmpty,
  size,
  subtract,
  union,
} from './interval-set.ts';
import { hostAddress, privateAddresses, publicAddresses } from './ipv4.ts';
import {
  atomsInAzureCloud,
  atomsOf,
  basesOf,
  coverAtom,
  isServiceTag,
  regionalAtom,
  subTagAtom,
} from './service-tag-atoms.ts';
import type { ServiceTagIndex, Tag } from './service-tags.ts';

export interface Side {
  readonly all: AddressPart;
  cover(term: AddressTerm): Coverage;
  /**
   * True where the part holds at least one address whatever the missing prefixes are. `isAfterTags` says that earlier
   * rules named tags: addresses of the part may have been theirs.
   */
  isCertainlyFilled(part: AddressPart, isAfterTags: boolean): boolean;
}

/** What is known of the network an instance stands in. */
export interface KnownNetwork {
  readonly tags: ServiceTagIndex;
  /** Address prefix of the instance's subnet; undefined where it was not given. */
  readonly subnet: IntervalSet | undefined;
  /** Address space of the virtual network; undefined where it was not given. */
  readonly virtualNetwork: IntervalSet | undefined;
}

export interface NetworkFacts extends KnownNetwork {
  /** Called with the code of each assumption that an answer rests on. */
  assume(code: AssumptionCode): void;
}

export type AssumptionCode =
  | 'SERVICE_TAGS_NOT_LOADED'
  | 'BUNDLED_PREFIXES'
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

const covered = (sure: AddressPart, maybe: AddressPart = sure): Coverage => ({ sure, maybe });
const uncovered = covered(nothing);

/** What a list of entries covers together. */
export function coverAll(side: Side, terms: readonly AddressTerm[]): Coverage {
  let { sure, maybe } = uncovered;
  for (const term of terms) {
    const coverage = side.cover(term);
    sure = unionOfParts(sure, coverage.sure);
    maybe = unionOfParts(maybe, coverage.maybe);
  }
  return { sure, maybe };
}

/** The instance's end: its subnet. */
export function localSide(network: NetworkFacts): Side {
  const unknown: Atom = {
    name: 'the subnet',
    base: 'VirtualNetwork',
    inAzureCloud: false,
    isCertain: true,
  };
  const all = network.subnet ? partOf(network.subnet) : partOf([], [unknown]);
  return {
    all,
    isCertainlyFilled: (part) => !isEmpty(part.line) || part.atoms.size > 0,
    cover(term) {
      if (isEverything(term)) return covered(all);
      switch (term.kind) {
        case 'tag':
          return term.tag.name === 'VirtualNetwork' ? covered(all) : uncovered;
        case 'addresses': {
          if (network.subnet) return covered(partOf(intersect(network.subnet, term.addresses)));
          network.assume('SUBNET_UNKNOWN');
          return covered(nothing, all);
        }
        case 'unresolved':
          network.assume('EXPRESSION_UNRESOLVED');
          return covered(nothing, all);
        case 'ipv6':
          network.assume('IPV6_NOT_EVALUATED');
          return uncovered;
        default:
          return uncovered;
      }
    },
  };
}

/**
 * The far end of a flow: Internet, VirtualNetwork, AzureLoadBalancer, or service tags.
 * `ruleTags` are the tags the rules at hand name; without a weekly file they decide into which atoms an end is divided.
 */
export function remoteSide(
  remote: readonly Tag[],
  ruleTags: readonly Tag[],
  network: NetworkFacts,
): Side {
  switch (remote[0]?.name) {
    case 'VirtualNetwork':
      return virtualNetworkSide(network);
    case 'AzureLoadBalancer':
      return numberedSide(interval(hostAddress, hostAddress), network, (tag) =>
        tag.name === 'AzureLoadBalancer' || tag.name === 'VirtualNetwork' ? 'all' : 'none',
      );
    case 'Internet':
      return internetSide(ruleTags, network);
    default:
      return serviceSide(remote, ruleTags, network);
  }
}

function virtualNetworkSide(network: NetworkFacts): Side {
  const rest: Atom = {
    name: 'VirtualNetwork',
    base: 'VirtualNetwork',
    inAzureCloud: false,
    isCertain: network.subnet === undefined,
  };
  const isPrivate = covers(privateAddresses, network.subnet ?? []);
  const all = network.virtualNetwork
    ? partOf(union(network.virtualNetwork, network.subnet ?? []))
    : partOf(network.subnet ?? [], [rest]);
  return {
    all,
    isCertainlyFilled: (part) => !isEmpty(part.line) || [...part.atoms].some((a) => a.isCertain),
    cover(term) {
      if (isEverything(term)) return covered(all);
      if (term.kind === 'tag') return term.tag.name === 'VirtualNetwork' ? covered(all) : uncovered;
      if (term.kind === 'addresses') {
        const line = intersect(all.line, term.addresses);
        if (network.virtualNetwork) return covered(partOf(line));
        network.assume('VNET_SPACE_ASSUMED');
        if (isPrivate && isEmpty(intersect(term.addresses, privateAddresses))) {
          return covered(partOf(line));
        }
        const whole = covers(term.addresses, privateAddresses);
        return covered(partOf(line, whole ? all.atoms : []), partOf(line, all.atoms));
      }
      return coverUnreadable(term, all, network);
    },
  };
}

/** Entries that are neither addresses nor tags: the same for every far end. */
function coverUnreadable(term: AddressTerm, all: AddressPart, network: NetworkFacts): Coverage {
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

type TagCoverage = 'all' | 'none' | 'maybe' | IntervalSet;

/** An end whose addresses are all known by number. */
function numberedSide(
  line: IntervalSet,
  network: NetworkFacts,
  coverTag: (tag: Tag) => TagCoverage,
): Side {
  const all = partOf(line);
  return {
    all,
    isCertainlyFilled: (part) => !isEmpty(part.line),
    cover(term) {
      if (isEverything(term)) return covered(all);
      if (term.kind === 'addresses') return covered(partOf(intersect(line, term.addresses)));
      if (term.kind !== 'tag') return coverUnreadable(term, all, network);
      const coverage = coverTag(term.tag);
      if (coverage === 'all') return covered(all);
      if (coverage === 'none') return uncovered;
      if (coverage !== 'maybe') return covered(partOf(intersect(line, coverage)));
      network.assume('SERVICE_TAGS_NOT_LOADED');
      return covered(nothing, all);
    },
  };
}

function internetSide(ruleTags: readonly Tag[], network: NetworkFacts): Side {
  const line = subtract(publicAddresses, union(network.subnet ?? [], network.virtualNetwork ?? []));
  if (network.tags.file) {
    return numberedSide(line, network, (tag) => {
      if (tag.name === 'Internet') return 'all';
      if (!isServiceTag(tag)) return 'none';
      return tag.addresses ?? 'maybe';
    });
  }
  const bases = basesOf(ruleTags);
  const atoms = bases.flatMap((base) => atomsOf(base, ruleTags, network.tags));
  return namedSide(partOf(line, atoms), network);
}

function serviceSide(
  remote: readonly Tag[],
  ruleTags: readonly Tag[],
  network: NetworkFacts,
): Side {
  const loaded = remote.map((tag) => tag.addresses);
  if (loaded.every((addresses) => addresses !== undefined)) {
    return numberedSide(union(...loaded), network, (tag) => {
      if (tag.name === 'Internet') return 'all';
      if (!isServiceTag(tag)) return 'none';
      return tag.addresses ?? 'maybe';
    });
  }
  if (remote[0]?.name === 'ApiManagement') return controlPlaneSide(network);
  const atoms = remote.flatMap((tag) => {
    if (tag.isRegional) return [regionalAtom(tag)];
    if (tag.part !== undefined) return [subTagAtom(tag)];
    if (tag.base === 'AzureCloud') return atomsInAzureCloud([...ruleTags, tag], network.tags);
    return atomsOf(tag.base, ruleTags, network.tags);
  });
  return namedSide(partOf([], atoms), network);
}

/** ApiManagement without a weekly file: its prefixes are part of the data. */
function controlPlaneSide(network: NetworkFacts): Side {
  const line = network.tags.apiManagementAddresses();
  const side = numberedSide(line, network, (tag) => {
    if (tag.name === 'Internet') return 'all';
    if (tag.base !== 'ApiManagement' && tag.base !== 'AzureCloud') return 'none';
    return tag.part === undefined ? 'all' : network.tags.apiManagementAddresses(tag.part);
  });
  return {
    ...side,
    cover(term) {
      if (term.kind === 'addresses' && !isEverything(term)) network.assume('BUNDLED_PREFIXES');
      return side.cover(term);
    },
  };
}

/** An end of which at least a part is known only by tag name. */
function namedSide(all: AddressPart, network: NetworkFacts): Side {
  return {
    all,
    isCertainlyFilled: (part, isAfterTags) =>
      [...part.atoms].some((atom) => atom.isCertain) ||
      size(part.line) > (isAfterTags ? largestTag : 0),
    cover(term) {
      if (isEverything(term)) return covered(all);
      if (term.kind === 'addresses') {
        const line = intersect(all.line, term.addresses);
        if (covers(term.addresses, publicAddresses)) return covered(all);
        if (all.atoms.size === 0 || isEmpty(intersect(term.addresses, publicAddresses))) {
          return covered(partOf(line));
        }
        network.assume('SERVICE_TAGS_NOT_LOADED');
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
      return covered(partOf([], sure), partOf([], maybe));
    },
  };
}

/** An address of the part, one of the preferred ones where it holds any, or else the name of a tag. */
export function sampleOf(
  part: AddressPart,
  preferred: readonly number[],
): number | string | undefined {
  const known = preferred.find((address) => has(part.line, address)) ?? part.line[0];
  return known ?? [...part.atoms].find((atom) => atom.isCertain)?.name;
}
