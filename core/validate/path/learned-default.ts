/** What a default route takes that a gateway may bring over BGP: addresses, and service tags by their names. */

import { isEmptyPart } from '../../network/address-part.ts';
import { remoteSide } from '../../network/flow-ends.ts';
import { hostSide } from '../../network/host-side.ts';
import { memoizeOnObject } from '../../network/memoize.ts';
import type { NextHop } from '../../network/route.ts';
import { through } from '../../network/routing.ts';
import type { Tag } from '../../network/service-tags/service-tags.ts';
import { type IntervalSet, subtract, union } from '../../network/sets/interval-set.ts';
import { everyAddress } from '../../network/sets/ipv4.ts';
import type { LocationContext } from '../location/location.ts';
import { nearPrefixes } from '../location/network-space.ts';
import { isNear } from './near-flows.ts';
import { openRouteSources } from './peers.ts';

const isDefault = (hop: NextHop) => hop === 'SystemDefault';

/** Empty where nothing may bring a default route, or the routes of the subnet keep it out. */
export const learnedSpace = memoizeOnObject((context: LocationContext): IntervalSet => {
  const { routes, network } = context;
  if (!routes || openRouteSources(context).length === 0) return [];
  const { routing } = routes;
  const side = hostSide(everyAddress, { ...network, assume: () => {} });
  const { maybe } = through(routing, side, isDefault);
  // Azure's own routes have longer prefixes there; and a route of the owner is no default of Azure, wherever it leads.
  const taken = [...nearPrefixes(context), ...routing.effective.map(({ addresses }) => addresses)];
  return subtract(maybe.line, union(...taken));
});

/** True if it may take a part of the tag. Addresses of an endpoint's service in other regions are such a part. */
export function mayTakeTag(tag: Tag, context: LocationContext): boolean {
  const { routes, network } = context;
  if (!routes || openRouteSources(context).length === 0 || isNear([tag])) return false;
  const { routing } = routes;
  const side = remoteSide([tag], routing.tags, { ...network, assume: () => {} });
  return !isEmptyPart(through(routing, side, isDefault).maybe);
}
