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
  coverageOf,
  platformTags,
  relationToAzureCloud,
  type ServiceTagIndex,
  type Tag,
} from './service-tags.ts';

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
export interface NetworkFacts {
  readonly tags: ServiceTagIndex;
  /** Address prefix of the instance's subnet; undefined where it was not given. */
  readonly subnet: IntervalSet | undefined;
  /** Address space of the virtual network; undefined where it was not given. */
  readonly virtualNetwork: IntervalSet | undefined;
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
  | 'APPLICATION_SECURITY_GROUP_MEMBERS_UNKNOWN';

/** No service tag holds more addresses; a larger set of public addresses therefore reaches beyond any tag. */
const largestTag = 2 ** 27;

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
    if (tag.base === 'AzureCloud') return atomsInAzureCloud([...ruleTags, tag], network.tags);
    return atomsOf(tag.base, ruleTags, network.tags);
  });
  return namedSide(partOf([], atoms), network);
}

const regionalAtom = ({ name, base, part }: Tag): Atom => ({
  name,
  base,
  ...(part !== undefined && { part }),
  inAzureCloud: true,
  isCertain: true,
});

/** AzureCloud divided by all the tags that rules name, since most of those lie within it. */
function atomsInAzureCloud(ruleTags: readonly Tag[], tags: ServiceTagIndex): Atom[] {
  return basesOf(ruleTags)
    .flatMap((base) => atomsOf(base, ruleTags, tags))
    .filter((atom) => atom.inAzureCloud !== false)
    .map((atom) => ({
      ...atom,
      inAzureCloud: true,
      isCertain: atom.isCertain && atom.inAzureCloud === true,
    }));
}

const basesOf = (tags: readonly Tag[]) => [
  ...new Set(tags.filter(isServiceTag).map((tag) => tag.base)),
];

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

const isServiceTag = (tag: Tag) => !platformTags.includes(tag.name);

/** Divides a tag into the regional parts that rules name, and the rest. */
function atomsOf(base: string, ruleTags: readonly Tag[], tags: ServiceTagIndex): Atom[] {
  const isDivided = (tag: Tag) =>
    tag.isRegional && (tag.base === base || tag.base === 'AzureCloud');
  const parts = new Set(ruleTags.filter(isDivided).map((tag) => tag.part as string));
  const subTags = ruleTags.filter((tag) => tag.base === base && tag.part && !tag.isRegional);
  const whole = tags.find(base);
  const namesAzureCloud = ruleTags.some((tag) => tag.base === 'AzureCloud');
  const relation = base === 'AzureCloud' ? 'inside' : relationToAzureCloud(base);
  const inside = relation === 'inside';
  const atoms: Atom[] = [...parts].map((part) => {
    const regional = ruleTags.find((tag) => tag.base === base && tag.part === part);
    return {
      name: regional?.name ?? `${base} (${part})`,
      base,
      part,
      inAzureCloud: true,
      isCertain: regional !== undefined,
    };
  });
  if (!whole) {
    for (const tag of subTags) {
      atoms.push({
        name: tag.name,
        base,
        part: tag.part as string,
        inAzureCloud: 'maybe',
        isCertain: true,
      });
    }
    return atoms;
  }
  const rest = { name: parts.size ? `${base} (elsewhere)` : base, base };
  if (inside || !namesAzureCloud)
    return [...atoms, { ...rest, inAzureCloud: inside || 'maybe', isCertain: true }];
  return [
    ...atoms,
    {
      ...rest,
      inAzureCloud: true,
      isCertain: relation === 'partly',
    },
    { ...rest, inAzureCloud: false, isCertain: false },
  ];
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

function coverAtom(tag: Tag, atom: Atom): 'all' | 'none' | 'maybe' {
  if (tag.base === 'AzureCloud') {
    if (atom.inAzureCloud === false) return 'none';
    if (tag.part !== undefined && tag.part !== atom.part) return 'none';
    return atom.inAzureCloud === true ? 'all' : 'maybe';
  }
  // What is left of AzureCloud once every tag that rules name has an atom of its own.
  if (atom.base === 'AzureCloud') return 'none';
  if (tag.base !== atom.base) {
    const coverage = coverageOf(tag.base, atom.base);
    return coverage === 'all' && tag.part !== undefined ? 'maybe' : coverage;
  }
  if (tag.part === undefined || tag.part === atom.part) return 'all';
  return tag.isRegional ? 'none' : 'maybe';
}

/** A readable address of the part: the middle of nowhere in particular, or the name of a tag. */
export function sampleOf(
  part: AddressPart,
  preferred: readonly number[],
): number | string | undefined {
  const known = preferred.find((address) => has(part.line, address)) ?? part.line[0];
  return known ?? [...part.atoms].find((atom) => atom.isCertain)?.name;
}
