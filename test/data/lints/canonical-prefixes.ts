import { rangeOf } from '../../support/prefixes.ts';
import { repeated } from './facts.ts';
import type { Catalog, Lint } from './lint.ts';

/** Every list of ApiManagement prefixes, by the tag it belongs to. */
export function prefixLists(catalog: Catalog): readonly (readonly [string, readonly string[]])[] {
  return Object.values(catalog.serviceTagExtracts).flatMap((extract) => [
    [`${extract.cloud} ApiManagement`, extract.apiManagement] as const,
    ...Object.entries(extract.apiManagementByRegion).map(
      ([suffix, prefixes]) => [`${extract.cloud} ApiManagement.${suffix}`, prefixes] as const,
    ),
  ]);
}

const ipv4 = /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}\/(\d|[12]\d|3[0-2])$/;
const ipv6 = /^[\da-f:]+\/(\d|[1-9]\d|1[01]\d|12[0-8])$/;

function isCanonical(prefix: string): boolean {
  if (!ipv4.test(prefix) && !ipv6.test(prefix)) return false;
  const [address = ''] = prefix.split('/');
  const host = address.includes(':') ? `[${address}]` : address;
  try {
    rangeOf(prefix);
    return new URL(`http://${host}/`).hostname === host;
  } catch {
    return false;
  }
}

export const canonicalPrefixes: Lint = {
  name: 'canonical-prefixes',
  description:
    'Prefixes of service tags are in their shortest lower-case form, without host bits, none twice.',
  offenders: (catalog) =>
    prefixLists(catalog).flatMap(([tag, prefixes]) => [
      ...prefixes
        .filter((prefix) => !isCanonical(prefix))
        .map((prefix) => `${tag}: ${prefix} is not canonical`),
      ...repeated(prefixes).map((prefix) => `${tag}: ${prefix} twice`),
    ]),
};
