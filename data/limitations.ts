/** Times, locks and limits around networks; the facts are in limitations/. */

import { injectionLimitations } from './limitations/injection.ts';
import { privateEndpointLimitations } from './limitations/private-endpoints.ts';
import { retirements } from './limitations/retirements.ts';
import { updateTimes } from './limitations/updates.ts';
import { v2Limitations } from './limitations/v2-tiers.ts';
import type { NetworkFact } from './model.ts';

export const limitations: readonly NetworkFact[] = [
  ...updateTimes,
  ...injectionLimitations,
  ...privateEndpointLimitations,
  ...v2Limitations,
  ...retirements,
];
