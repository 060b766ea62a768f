/** Flows that a default route does not take. */

import { catalog } from '../../../data/index.ts';
import type { Tag } from '../../network/service-tags/service-tags.ts';
import type { LocationContext } from '../location/location.ts';
import { serviceOf } from '../location/location-routes.ts';

/** Azure's own routes take these, unless a route names a part of the virtual network. */
export const isNear = ([tag]: readonly Tag[]): boolean =>
  tag?.name === 'VirtualNetwork' || tag?.name === 'AzureLoadBalancer';

/**
 * The subnet has a service endpoint for the service. Which addresses it leads there is known for the region alone, and
 * the documents ask for no more. Of regional tags the routes say what the endpoint takes.
 */
export function isLedAround(
  [tag]: readonly Tag[],
  { location }: Pick<LocationContext, 'location'>,
): boolean {
  if (!tag || tag.isRegional) return false;
  const enabled = (location.subnet?.serviceEndpoints ?? []).map(serviceOf);
  return catalog.serviceEndpoints.some(
    ({ service, serviceTag }) => serviceTag === tag.base && enabled.includes(service.toLowerCase()),
  );
}
