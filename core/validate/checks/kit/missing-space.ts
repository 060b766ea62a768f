/** Advice for traffic that depends on the unknown address space of the virtual network. */

import type { SecurityRule } from '../../../network/security-rule.ts';
import type { LocationContext } from '../../location/location.ts';

const input =
  'virtualNetworkAddressPrefixes of the location, or addressSpace of the virtual network in a document';

/** What to add so that rules by address can be decided for a far end in the virtual network. */
export function missingSpace(
  rules: readonly SecurityRule[],
  { network }: LocationContext,
): string[] {
  const haveAddresses = rules.some(({ source, destination }) =>
    [...source, ...destination].some(({ kind }) => kind === 'addresses'),
  );
  return haveAddresses && !network.virtualNetwork
    ? [`add the address space of the virtual network and its peers (${input})`]
    : [];
}

/** What to add so that rules for VirtualNetwork can be decided for one private address. */
export function missingAddress(
  text: string,
  rules: readonly SecurityRule[],
  { network }: LocationContext,
): string[] {
  const haveTag = rules.some(({ destination }) =>
    destination.some((term) => term.kind === 'tag' && term.tag.name === 'VirtualNetwork'),
  );
  if (!haveTag) return [];
  return [
    network.virtualNetwork
      ? `add the prefix of ${text}, if it is in a peered or connected network (${input})`
      : `add the address space of the virtual network and its peers (${input})`,
  ];
}
