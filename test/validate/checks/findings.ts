/** What one check finds in a deployment given in a few words, for tables. */

import { example } from '../../../api/validate/checks/example.ts';
import {
  type GivenDeployment,
  type GivenLocation,
  withDefaults,
} from '../../../api/validate/deployment.ts';
import type { Finding } from '../../../api/validate/model.ts';
import type { ServiceTagFile } from '../../../api/validate/network/service-tags.ts';
import { validate } from '../../../api/validate/validate.ts';

/** The findings of a check in a Developer instance in internal mode, but for what is given. */
export function findingsIn(
  checkId: string,
  location: Partial<GivenLocation>,
  deployment: Partial<GivenDeployment> = {},
  serviceTagFiles: readonly ServiceTagFile[] = [],
): readonly Finding[] {
  const { deployment: given } = example('', location, deployment);
  const { findings } = validate(withDefaults(given), { serviceTagFiles, whatIf: 'NONE' });
  return findings.filter((finding) => finding.checkId === checkId);
}

/** "SEVERITY OUTCOME path within the deployment" of each. */
export const inShort = (findings: readonly Finding[]) =>
  findings.map(
    ({ severity, outcome, path }) => `${severity} ${outcome} ${path.replace('/deployment', '')}`,
  );
