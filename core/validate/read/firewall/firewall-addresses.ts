/** The private addresses of a firewall of a template or an export. */

import type { Resource } from '../arm/resource.ts';
import { field, get, listOf } from '../unresolved.ts';
import { privateAddressText } from './private-address.ts';

/** The address of an export, of its own network or of its hub; else the text that routes of the document have for it. */
export function addressesOf(firewall: Resource): string[] {
  const body = firewall.resolved();
  const known = [
    ...listOf(field(body, 'ipConfigurations')).map((one) => field(one, 'privateIPAddress')),
    get(field(body, 'hubIPAddresses'), 'privateIPAddress'),
  ].filter((one) => typeof one === 'string');
  return known.length > 0 ? known : [privateAddressText(firewall.id)];
}
