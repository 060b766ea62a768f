/** What users see fail, and what may be behind it; the symptoms are in symptoms/. */

import type { Symptom } from './model.ts';
import { addressSymptoms } from './symptoms/addresses.ts';
import { certificateSymptoms } from './symptoms/certificates.ts';
import { dependencySymptoms } from './symptoms/dependencies.ts';
import { deploymentSymptoms } from './symptoms/deployment.ts';
import { managementSymptoms } from './symptoms/management-and-portal.ts';
import { reachabilitySymptoms } from './symptoms/reachability.ts';
import { subnetSymptoms } from './symptoms/subnets.ts';

export const symptoms: readonly Symptom[] = [
  ...deploymentSymptoms,
  ...subnetSymptoms,
  ...managementSymptoms,
  ...reachabilitySymptoms,
  ...addressSymptoms,
  ...certificateSymptoms,
  ...dependencySymptoms,
];
