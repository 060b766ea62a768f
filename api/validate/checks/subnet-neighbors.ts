/** What else is in a subnet, as far as the input says it: resources by id or type, and the addresses they take. */

import type { Subnet } from '../model.ts';

/** True for a resource id or type such as Microsoft.Network/networkInterfaces; anything else may be whatever. */
export const namesType = (text: string) => /\bmicrosoft\.[a-z]+\/[a-z]/i.test(text);

export const isInstance = (text: string) => /\bmicrosoft\.apimanagement\/service\b/i.test(text);

/** The addresses that neighbors take at least: those counted, or one for each API Management instance. */
export function addressesOfNeighbors({ otherAddresses, otherResources }: Subnet): number {
  return Math.max(otherAddresses, otherResources.filter(isInstance).length);
}
