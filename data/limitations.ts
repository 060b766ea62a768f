/** Times, locks and limits around networks; the facts are in limitations/. */

import { enforcementPoints } from './limitations/enforcement-points.ts';
import { injectionLimitations } from './limitations/injection.ts';
import { managedCertificates } from './limitations/managed-certificates.ts';
import { networkStatusFacts } from './limitations/network-status.ts';
import { privateEndpointLimitations } from './limitations/private-endpoints.ts';
import { retirements } from './limitations/retirements.ts';
import { updateTimes } from './limitations/updates.ts';
import { v2Limitations } from './limitations/v2-tiers.ts';
import { workspaceGateways } from './limitations/workspace-gateways.ts';
import type { NetworkFact } from './model.ts';

export const limitations: readonly NetworkFact[] = [
  ...updateTimes,
  ...networkStatusFacts,
  ...injectionLimitations,
  ...privateEndpointLimitations,
  ...v2Limitations,
  ...workspaceGateways,
  ...enforcementPoints,
  ...managedCertificates,
  ...retirements,
];
