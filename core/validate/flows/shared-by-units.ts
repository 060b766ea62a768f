/** Port rules that matter only with two or more units: internal cache, rate-limit counters. */

import type { FeatureName } from '../../../data/model.ts';
import type { DeploymentLocation } from '../../deployment.ts';
import type { DocumentedFlow } from './flows.ts';

const sharedFeatures: readonly (FeatureName | undefined)[] = [
  'INTERNAL_CACHE',
  'RATE_LIMIT_COUNTERS',
];

export function isSharedByUnits({ rule }: DocumentedFlow, { units }: DeploymentLocation): boolean {
  return units > 1 && sharedFeatures.includes(rule.feature);
}
