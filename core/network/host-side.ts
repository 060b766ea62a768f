/** The far end of a flow to known addresses: a DNS server, ranges of clients. */

import { type Coverage, nothing, partOf } from './address-part.ts';
import { isEverything } from './address-term.ts';
import { isServiceTag } from './service-tags/atoms.ts';
import type { Tag } from './service-tags/service-tags.ts';
import {
  covers,
  type IntervalSet,
  intersect,
  isEmpty,
  overlaps,
  subtract,
  union,
} from './sets/interval-set.ts';
import { hostAddress, publicAddresses } from './sets/ipv4.ts';
import type { NetworkFacts, Side } from './side.ts';

export function hostSide(addresses: IntervalSet, network: NetworkFacts): Side {
  const all = partOf(addresses);
  const within = (set: IntervalSet): Coverage => {
    const part = partOf(intersect(addresses, set));
    return { sure: part, maybe: part };
  };
  const perhaps = (set: IntervalSet): Coverage => ({
    sure: nothing,
    maybe: partOf(intersect(addresses, set)),
  });
  const own = union(network.subnet ?? [], network.virtualNetwork ?? []);
  const outside = subtract(publicAddresses, own);

  /**
   * VirtualNetwork also contains networks behind peers and gateways, which the input may not list, and prefixes of
   * user-defined routes.
   */
  function coverNetwork(): Coverage {
    const inside = union(own, [hostAddress, hostAddress]);
    const sure = partOf(intersect(addresses, inside));
    const apart = union(outside, subtract(network.strangers ?? [], inside));
    const maybe = partOf(subtract(addresses, subtract(apart, network.routed ?? [])));
    if (!isEmpty(subtract(maybe.line, sure.line))) network.assume('VNET_SPACE_ASSUMED');
    return { sure, maybe };
  }

  /** The documents say that Internet is outside of the network, and not whether a routed prefix still is. */
  function coverInternet(): Coverage {
    const { sure, maybe } = within(outside);
    const { routedFromInternet } = network;
    if (!routedFromInternet || !overlaps(maybe.line, routedFromInternet)) return { sure, maybe };
    network.assume('VNET_SPACE_ASSUMED');
    return { sure: partOf(subtract(sure.line, routedFromInternet)), maybe };
  }

  function coverTag(tag: Tag): Coverage {
    if (tag.name === 'VirtualNetwork') return coverNetwork();
    if (tag.name === 'Internet') return coverInternet();
    if (tag.name === 'AzureLoadBalancer') return within([hostAddress, hostAddress]);
    if (!isServiceTag(tag)) return within([]);
    const isOutside = !isEmpty(intersect(addresses, outside));
    if (isOutside)
      network.assume(tag.addresses ? 'SERVICE_TAG_PREFIXES' : 'SERVICE_TAGS_NOT_LOADED');
    if (tag.addresses) return within(tag.addresses);
    return perhaps(outside);
  }

  return {
    all,
    isCertainlyFilled: (part) => !isEmpty(part.line),
    cover(term) {
      if (isEverything(term)) return { sure: all, maybe: all };
      switch (term.kind) {
        case 'addresses':
          return within(term.addresses);
        case 'tag':
          return coverTag(term.tag);
        case 'ipv6':
          return within([]);
        case 'application-security-group':
          if (covers(outside, addresses)) return within([]);
          network.assume('APPLICATION_SECURITY_GROUP_MEMBERS_UNKNOWN');
          return perhaps(addresses);
        default:
          network.assume('EXPRESSION_UNRESOLVED');
          return perhaps(addresses);
      }
    },
  };
}
