/** Which edition of the network reference a report uses. */

import { editions, newestEdition } from '../../../data/index.ts';
import type { IsoDate } from '../../../data/model.ts';
import type { Deployment } from '../../deployment.ts';
import type { LocationContext } from './location.ts';

/** The edition whose port table the flows come from; null where none lists them, as for the v2 tiers. */
export function appliedEdition(locations: readonly LocationContext[]): IsoDate | null {
  const edition = locations[0]?.flows[0]?.statement.edition;
  return edition !== undefined && editions.includes(edition) ? edition : null;
}

/** The edition of the applied rows; if there are none, the requested edition or the newest. */
export function editionOf(deployment: Deployment, locations: readonly LocationContext[]): IsoDate {
  return locations[0]?.flows[0]?.statement.edition ?? deployment.edition ?? newestEdition;
}
