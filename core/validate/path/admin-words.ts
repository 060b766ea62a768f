/** Why it is not known what security admin rules do. */

import type { DeploymentLocation } from '../../deployment.ts';
import type { Evaluation } from '../../network/evaluate.ts';

/** The doubts about the rules that may deny a part. */
export function doubtOfAdmin(
  { deniedBy }: Evaluation,
  { adminRules = [] }: DeploymentLocation,
): string {
  const paths = new Set(deniedBy.map(({ path }) => path));
  const doubts = adminRules.flatMap(({ rule, doubt }) =>
    paths.has(rule.path) && doubt !== '' ? [doubt] : [],
  );
  const [first = 'what they match is not known for certain'] = doubts;
  return first;
}
