/**
 * Rules whose near end is never the instance's subnet. Security rules see private addresses: inbound ones after the
 * public address is translated, outbound ones before (overview of network security groups), so an entry that holds no
 * address of the subnet makes a rule match nothing, whatever its priority.
 */

import type { AddressTerm } from './address-term.ts';
import type { SecurityRule } from './security-rule.ts';
import { overlaps } from './sets/interval-set.ts';
import { privateAddresses } from './sets/ipv4.ts';
import type { KnownNetwork } from './side.ts';

/** The ends of a rule of known direction. */
export function endsOf({ direction, source, destination }: SecurityRule) {
  return direction === 'INBOUND'
    ? { near: destination, far: source }
    : { near: source, far: destination };
}

/** True if no address of the entry can be the instance's, even if the input lacks values. */
export function isElsewhere(term: AddressTerm, network: KnownNetwork): boolean {
  switch (term.kind) {
    case 'tag':
      return term.tag.name !== 'VirtualNetwork';
    case 'addresses':
      return !overlaps(
        term.addresses,
        network.subnet ?? network.virtualNetwork ?? privateAddresses,
      );
    default:
      return false;
  }
}
