/** Topics on which documents contradict each other, and the reading that we apply; the facts are in conflicts/. */

import { addressConflicts } from './conflicts/addresses.ts';
import { endpointConflicts } from './conflicts/endpoints.ts';
import { portRuleConflicts } from './conflicts/port-rules.ts';
import { retirementConflicts } from './conflicts/retirements.ts';
import { routingConflicts } from './conflicts/routing.ts';
import { subnetConflicts } from './conflicts/subnets.ts';
import { tierConflicts } from './conflicts/tiers.ts';
import type { Conflict } from './model.ts';

export const conflicts: readonly Conflict[] = [
  ...portRuleConflicts,
  ...endpointConflicts,
  ...addressConflicts,
  ...subnetConflicts,
  ...tierConflicts,
  ...routingConflicts,
  ...retirementConflicts,
];
