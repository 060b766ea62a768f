/** Other resources in the subnet of an instance. */

import type { Subnet } from '../../../deployment.ts';

/** True for a resource id, a type such as Microsoft.Network/networkInterfaces, or an address in a Terraform plan. */
export const namesType = (text: string) => /\b(microsoft\.[a-z]+\/|azurerm_)[a-z]/i.test(text);

export const isInstance = (text: string) =>
  /\b(microsoft\.apimanagement\/service|azurerm_api_management)\b/i.test(text);

/** The least number of addresses that other resources use: the count in the input, or one for each instance. */
export function addressesOfNeighbors({ otherAddresses, otherResources }: Subnet): number {
  return Math.max(otherAddresses, otherResources.filter(isInstance).length);
}
