/** Template functions on address prefixes, as Resource Manager documents them; IPv6 is left open. */

import { formatAddress, parseAddress, parsePrefix } from '../../../network/sets/ipv4.ts';
import { isNumber, isText, type TemplateFunction } from './values.ts';

/** The prefix around an address with a length, whatever its host bits. */
function around(text: unknown) {
  if (!isText(text)) return undefined;
  const prefix = parsePrefix(text);
  if (prefix.kind === 'malformed') return undefined;
  const whole = prefix.kind === 'prefix' ? prefix : parsePrefix(prefix.canonical);
  return whole.kind === 'prefix' ? whole : undefined;
}

export const networkFunctions: Record<string, TemplateFunction> = {
  cidrsubnet: (network, length, index) => {
    const whole = around(network);
    if (!whole || !isNumber(length) || !isNumber(index)) return undefined;
    const isPossible =
      Number.isInteger(length) && length >= whole.length && length <= 32 && index >= 0;
    const first = whole.first + index * 2 ** (32 - length);
    return isPossible && Number.isInteger(index) && first <= whole.last
      ? `${formatAddress(first)}/${length}`
      : undefined;
  },
  cidrhost: (network, index) => {
    const whole = around(network);
    if (!whole || !isNumber(index) || !Number.isInteger(index) || index < 0) return undefined;
    // The address of the network itself is none of a host.
    const address = whole.first + index + (whole.length < 31 ? 1 : 0);
    return address <= whole.last ? formatAddress(address) : undefined;
  },
  parsecidr: (text) => {
    const whole = around(text);
    if (!whole || parseAddress(String(text)) !== undefined) return undefined;
    const isPair = whole.length >= 31;
    return {
      network: formatAddress(whole.first),
      netmask: formatAddress(2 ** 32 - 2 ** (32 - whole.length)),
      broadcast: formatAddress(whole.last),
      firstUsable: formatAddress(whole.first + (isPair ? 0 : 1)),
      lastUsable: formatAddress(whole.last - (isPair ? 0 : 1)),
      cidr: whole.length,
    };
  },
};
