/** Reports on random groups, with and without a made-up weekly file, for property tests that compare two of them. */

import fc from 'fast-check';
import type { NetworkSecurityGroup, RuleFields } from '../../core/deployment.ts';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';
import { readServiceTagFile } from '../../core/network/service-tags/weekly-file.ts';
import type { ConfigReport, WhatIf } from '../../core/validate/report.ts';
import { validate } from '../../core/validate/validate.ts';
import { deploymentOf, type Frame } from './groups.ts';
import { madeUpCloud, weeklyFile } from './world.ts';

/** The option serviceTagFiles: half of the runs have a made-up weekly file, half have none. */
export const files = fc.oneof(
  fc.constant<ServiceTagFile[]>([]),
  fc.nat(1000).map((seed) => [readServiceTagFile(weeklyFile(madeUpCloud(seed)))]),
);
export const loaded = fc
  .nat(1000)
  .map((seed) => [readServiceTagFile(weeklyFile(madeUpCloud(seed)))]);

export function reportOf(
  input: Frame,
  group: NetworkSecurityGroup | readonly RuleFields[],
  serviceTagFiles: ServiceTagFile[],
  whatIf: WhatIf = 'NONE',
): ConfigReport {
  const nsg = Array.isArray(group) ? { securityRules: group } : (group as NetworkSecurityGroup);
  return validate(deploymentOf(input, nsg), { serviceTagFiles, whatIf });
}
