/** How routes name the private address of a firewall of the same document, which Azure chooses when it is deployed. */

import type { ResourceId } from '../resource-id.ts';
import { get, isObject, Unresolved } from '../unresolved.ts';

const start = '[the private address of ';

/** The text that stands for the address. */
export const privateAddressText = ({ group, names }: Pick<ResourceId, 'group' | 'names'>): string =>
  `${start}${[group, ...names].filter((part) => part !== undefined && !part.includes('[')).join('/')}]`;

export const isPrivateAddressText = (text: string): boolean => text.startsWith(start);

/** The firewall in the text that stands for its address. */
export const nameInAddressText = (text: string): string => text.slice(start.length, -1);

/** A firewall as reference() shows it: with its private address. */
export function withPrivateAddress(
  resource: Record<string, unknown>,
  id: ResourceId,
): Record<string, unknown> {
  const text = privateAddressText(id);
  const address = { privateIPAddress: new Unresolved(text, text) };
  const properties = get(resource, 'properties');
  if (!isObject(properties)) return resource;
  const configurations = get(properties, 'ipConfigurations');
  return {
    ...resource,
    properties: {
      ...properties,
      ...(Array.isArray(configurations) && {
        ipConfigurations: configurations.map((one) =>
          isObject(one)
            ? { ...one, properties: { ...address, ...(get(one, 'properties') as object) } }
            : one,
        ),
      }),
      hubIPAddresses: { ...address, ...(get(properties, 'hubIPAddresses') as object) },
    },
  };
}
