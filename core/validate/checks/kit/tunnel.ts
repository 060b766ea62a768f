/** Shared by the checks on routes: which locations forced tunneling affects, and texts for routes and shares. */

import { tierProfileByTier } from '../../../../data/index.ts';
import { type ForcedTunneling, forcedTunnelingIn } from '../../../answers/forced-tunneling.ts';
import { generationOf } from '../../../answers/network-mode.ts';
import type { AddressPart } from '../../../network/address-part.ts';
import type { UserRoute } from '../../../network/route.ts';
import { intersect, size } from '../../../network/sets/interval-set.ts';
import { quoted } from '../../../quoted.ts';
import type { LocationContext } from '../../location/location.ts';
import type { Course, LocationRoutes } from '../../location/location-routes.ts';

export interface Tunneled {
  readonly location: LocationContext;
  readonly routes: LocationRoutes;
  /** What documents require of the location under forced tunneling. */
  readonly needs: ForcedTunneling;
}

/** A location with routes whose instance depends on them; Premium v2 and integration do not. */
export function tunneled(location: LocationContext): Tunneled | undefined {
  const { deployment, routes, region, isPrimary } = location;
  if (!routes || generationOf(deployment.tier) !== 'CLASSIC') return undefined;
  return {
    location,
    routes,
    needs: forcedTunnelingIn(region, {
      ...deployment,
      ...(tierProfileByTier.get(deployment.tier)?.supportsMultiRegion && { isPrimary }),
    }),
  };
}

/** route "default" (0.0.0.0/0 to VirtualAppliance 10.0.0.4) */
export function describeRoute(route: UserRoute): string {
  const hop = [route.nextHop ?? 'an unknown next hop', route.nextHopIpAddress].filter(Boolean);
  const name = route.isLearned ? route.name : `route ${quoted(route.name)}`;
  return `${name} (${route.addressPrefix} to ${hop.join(' ')})`;
}

const shown = 3;

export function describeRoutes(routes: readonly UserRoute[]): string {
  const rest = routes.length - shown;
  return [...routes.slice(0, shown).map(describeRoute), ...(rest > 0 ? [`${rest} more`] : [])].join(
    ' and ',
  );
}

/** The share of a far end in percent; undefined where it cannot be counted. */
export function percentOf(part: AddressPart, { whole }: Course): string | undefined {
  if (whole.atoms.size > 0) return undefined;
  const share = (100 * size(intersect(part.line, whole.line))) / size(whole.line);
  if (share === 0 || share === 100) return `${share} %`;
  return share > 99.9 ? 'more than 99.9 %' : `${Number(share.toPrecision(2))} %`;
}
