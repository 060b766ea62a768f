/** The naive evaluator of routes and peerings: decides one address by walking over them, to compare the algebra with. */

import type { InputPeering } from '../../core/peering.ts';
import { hasPrefix } from './naive.ts';

export interface NaiveRoute {
  readonly prefix: string;
  readonly hop: string;
  readonly source: 'USER' | 'BGP' | 'SYSTEM';
}

const lengthOf = (prefix: string) => Number(prefix.split('/')[1] ?? 32);
const rank = ['USER', 'BGP', 'SYSTEM'];

/** Routes of the network, its peers and its endpoints come before those of BGP, whatever their length. */
const isPreferred = ({ source, prefix }: NaiveRoute) =>
  source === 'SYSTEM' && prefix !== '0.0.0.0/0';

/** The next hop of an address (virtual-networks-udr-overview, "How Azure selects a route"). */
export function hopOf(address: number, routes: readonly NaiveRoute[]): string | undefined {
  const matching = routes.filter(({ prefix }) => hasPrefix(address, prefix));
  const hasPreferred = matching.some(isPreferred);
  const left = matching.filter(({ source }) => source !== 'BGP' || !hasPreferred);
  const [best] = left.sort(
    (a, b) =>
      lengthOf(b.prefix) - lengthOf(a.prefix) || rank.indexOf(a.source) - rank.indexOf(b.source),
  );
  return best?.hop;
}

/** Routes that Azure adds: for the network, for peers that are connected, and to the Internet. */
export const systemRoutes = (
  own: readonly string[],
  peerings: readonly InputPeering[],
): readonly NaiveRoute[] => [
  ...own.map((prefix) => ({ prefix, hop: 'VnetLocal', source: 'SYSTEM' as const })),
  ...peerings
    .filter(({ isConnected }) => isConnected)
    .flatMap(({ addressPrefixes }) => addressPrefixes)
    .map((prefix) => ({ prefix, hop: 'VnetPeering', source: 'SYSTEM' as const })),
  { prefix: '0.0.0.0/0', hop: 'Internet', source: 'SYSTEM' },
];

/** Whether VirtualNetwork holds an address, if what is open of the peerings is `open`. */
export const isInTag = (
  address: number,
  own: readonly string[],
  peerings: readonly InputPeering[],
  open: boolean,
): boolean =>
  [
    ...own,
    ...peerings
      .filter(({ isConnected, allowsAccess }) => (isConnected ?? open) && (allowsAccess ?? open))
      .flatMap(({ addressPrefixes }) => addressPrefixes),
  ].some((prefix) => hasPrefix(address, prefix));
