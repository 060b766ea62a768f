import type { Subnet } from '../../../deployment.ts';

/** True for a resource id, a type such as Microsoft.Network/networkInterfaces, or an address in a Terraform plan. */
export const namesType = (text: string) => /\b(microsoft\.[a-z]+\/|azurerm_)[a-z]/i.test(text);

export const isInstance = (text: string) =>
  /\b(microsoft\.apimanagement\/service|azurerm_api_management)\b/i.test(text);

/** The addresses that neighbors take at least: those counted, or one for each API Management instance. */
export function addressesOfNeighbors({ otherAddresses, otherResources }: Subnet): number {
  return Math.max(otherAddresses, otherResources.filter(isInstance).length);
}
