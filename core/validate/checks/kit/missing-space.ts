/** Traffic that hangs on which private addresses are the virtual network's, and the word that asks for them. */

import type { SecurityRule } from '../../../network/security-rule.ts';
import type { LocationContext } from '../../location/location.ts';

const input =
  'virtualNetworkAddressPrefixes of the location, or addressSpace of the virtual network in a document';

/** What to give so that a far end within the virtual network can be decided under rules that name addresses. */
export function spaceAsked(rules: readonly SecurityRule[], { network }: LocationContext): string[] {
  const haveAddresses = rules.some(({ source, destination }) =>
    [...source, ...destination].some(({ kind }) => kind === 'addresses'),
  );
  return haveAddresses && !network.virtualNetwork
    ? [`give the address space of the virtual network and its peers (${input})`]
    : [];
}

/** The same for one private address that rules for VirtualNetwork may take. */
export function addressAsked(
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
      ? `give the prefix that ${text} lies in, if it is one of a peered or connected network (${input})`
      : `give the address space of the virtual network and its peers (${input})`,
  ];
}
