/** Addresses of the Azure platform that security rules do not filter, so that no rule decides a flow to them. */

import { InputError } from '../../input-error.ts';

/** DNS and licensing; instance metadata. */
const addresses = ['168.63.129.16', '169.254.169.254'];

/** Throws InputError for one of them. */
export function requireFiltered(text: string, path: readonly (string | number)[]): void {
  if (!addresses.includes(text.replace(/\/32$/, ''))) return;
  throw new InputError('security rules do not filter traffic to this address of the platform', {
    path,
    given: text,
    expected: [
      'another address; the services of this one are closed only by rules for AzurePlatformDNS, AzurePlatformIMDS and AzurePlatformLKM',
    ],
  });
}
