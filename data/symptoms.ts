/** What users see fail, and what may be behind it; the symptoms are in symptoms/. */

import type { Symptom } from './model.ts';
import { dependencySymptoms } from './symptoms/dependencies.ts';
import { deploymentSymptoms } from './symptoms/deployment.ts';
import { managementSymptoms } from './symptoms/management-and-portal.ts';
import { reachabilitySymptoms } from './symptoms/reachability.ts';

export const symptoms: readonly Symptom[] = [
  ...deploymentSymptoms,
  ...managementSymptoms,
  ...reachabilitySymptoms,
  ...dependencySymptoms,
];
