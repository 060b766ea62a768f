/** Addresses of the Azure platform that security rules do not filter, so that no rule decides a flow to them. */

import { InputError } from '../../input-error.ts';
import { type AddressTerm, isEverything, parseAddresses } from '../../network/address-term.ts';
import { overlaps, size, subtract } from '../../network/sets/interval-set.ts';
import { prefixSet } from '../../network/sets/ipv4.ts';

/** DNS and licensing; instance metadata. */
export const platformAddresses = prefixSet('168.63.129.16', '169.254.169.254');

/** A prefix of this size may be meant for one of them; a larger one is not. */
const mostRefused = 65_536;

/** Throws InputError for one of them, and for a small prefix that holds one. */
export function requireFiltered(text: string, path: readonly (string | number)[]): void {
  const given = parseAddresses(text);
  if (!given || size(given) > mostRefused || !overlaps(given, platformAddresses)) return;
  throw new InputError(
    size(given) === 1
      ? 'security rules do not filter traffic to this address of the platform'
      : 'the prefix contains an address of the platform, traffic to which security rules do not filter',
    {
      path,
      given: text,
      expected: [
        'addresses other than 168.63.129.16 and 169.254.169.254; the services of these are closed only by rules for AzurePlatformDNS, AzurePlatformIMDS and AzurePlatformLKM',
      ],
    },
  );
}

/** What rules filter of an outbound far end. Service tags and * are about no more than that. */
export function filteredOf(term: AddressTerm): AddressTerm {
  if (term.kind !== 'addresses' || isEverything(term)) return term;
  if (!overlaps(term.addresses, platformAddresses)) return term;
  return { kind: 'addresses', addresses: subtract(term.addresses, platformAddresses) };
}
