/**
 * The two ends of a documented flow: the instance's subnet, and the Internet, the virtual network, the load balancer or
 * service tags, as far as their addresses are known.
 */

import { type Atom, nothing, partOf } from './address-part.ts';
import { isEverything } from './address-term.ts';
import { commonPart } from './common-part.ts';
import { namedSide, numberedSide } from './far-side.ts';
import {
  atomsInAzureCloud,
  atomsOf,
  basesOf,
  isServiceTag,
  regionalAtom,
  subTagAtom,
} from './service-tags/atoms.ts';
import type { Tag } from './service-tags/service-tags.ts';
import {
  covers,
  intersect,
  interval,
  isEmpty,
  overlaps,
  subtract,
  union,
} from './sets/interval-set.ts';
import { hostAddress, privateAddresses, publicAddresses } from './sets/ipv4.ts';
import {
  type AssumptionCode,
  covered,
  coveredWithin,
  coverUnreadable,
  type NetworkFacts,
  type Side,
  uncovered,
} from './side.ts';

/** The instance's end: its subnet. */
export function localSide(network: NetworkFacts): Side {
  const unknown: Atom = {
    name: 'the subnet',
    base: 'VirtualNetwork',
    inAzureCloud: false,
    isCertain: true,
  };
  const all = network.subnet ? partOf(network.subnet) : partOf([], [unknown]);
  const whole = covered(all);
  return {
    all,
    isCertainlyFilled: (part) => !isEmpty(part.line) || part.atoms.size > 0,
    cover(term) {
      if (isEverything(term)) return whole;
      switch (term.kind) {
        case 'tag':
          return term.tag.name === 'VirtualNetwork' ? whole : uncovered;
        case 'addresses': {
          if (network.subnet) return coveredWithin(network.subnet, term.addresses);
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
 * `ruleTags` are the tags that the rules name; without a weekly file they decide how an end is divided into atoms.
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
        if (network.virtualNetwork) return coveredWithin(all.line, term.addresses);
        network.assume('VNET_SPACE_ASSUMED');
        if (isPrivate && !overlaps(term.addresses, privateAddresses)) {
          return coveredWithin(all.line, term.addresses);
        }
        const line = intersect(all.line, term.addresses);
        const whole = covers(term.addresses, privateAddresses);
        return covered(partOf(line, whole ? all.atoms : []), partOf(line, all.atoms));
      }
      return coverUnreadable(term, all, network);
    },
  };
}

function internetSide(ruleTags: readonly Tag[], network: NetworkFacts): Side {
  const line = subtract(publicAddresses, union(network.subnet ?? [], network.virtualNetwork ?? []));
  if (network.tags.file) {
    return numberedSide(line, network, (tag) => {
      if (tag.name === 'Internet') return 'all';
      if (!isServiceTag(tag)) return 'none';
      return tag.addresses ? coveredWithin(line, tag.addresses) : 'maybe';
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
    const line = union(...loaded);
    const coveredBy = loaded.length === 1 ? commonPart : coveredWithin;
    const side = numberedSide(line, network, (tag) => {
      if (tag.name === 'Internet') return 'all';
      if (!isServiceTag(tag)) return 'none';
      return tag.addresses ? coveredBy(line, tag.addresses) : 'maybe';
    });
    return comparedByAddress(side, network, 'SERVICE_TAG_PREFIXES');
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
    if (tag.part === undefined) return 'all';
    return coveredWithin(line, network.tags.apiManagementAddresses(tag.part));
  });
  return comparedByAddress(side, network, 'BUNDLED_PREFIXES');
}

/** Service tags whose prefixes have a date, on which the coverage by an entry of some public addresses depends. */
function comparedByAddress(side: Side, network: NetworkFacts, code: AssumptionCode): Side {
  return {
    ...side,
    cover(term) {
      if (
        term.kind === 'addresses' &&
        overlaps(term.addresses, publicAddresses) &&
        !covers(term.addresses, publicAddresses)
      ) {
        network.assume(code);
      }
      return side.cover(term);
    },
  };
}
