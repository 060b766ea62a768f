/** Which edition of the network reference a report goes by. */

import { newestEdition } from '../../../data/index.ts';
import type { IsoDate } from '../../../data/model.ts';
import type { Deployment } from '../../deployment.ts';
import type { LocationContext } from './location.ts';

/** The edition whose rows were applied; the one asked for, or the newest, where none apply. */
export function editionOf(deployment: Deployment, locations: readonly LocationContext[]): IsoDate {
  return locations[0]?.flows[0]?.statement.edition ?? deployment.edition ?? newestEdition;
}
