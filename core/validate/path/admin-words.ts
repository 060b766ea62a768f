/** Why it is not known what security admin rules do. */

import type { DeploymentLocation } from '../../deployment.ts';
import type { Evaluation } from '../../network/evaluate.ts';

export const unreadValue = 'a value of the rule cannot be read';

/** The doubts about the rules that may deny a part. */
export function doubtOfAdmin(
  { deniedBy }: Evaluation,
  { adminRules = [] }: DeploymentLocation,
): string {
  const paths = new Set(deniedBy.map(({ path }) => path));
  const doubts = adminRules.flatMap(({ rule, doubt }) =>
    paths.has(rule.path) && doubt !== '' ? [doubt] : [],
  );
  const isUnread = deniedBy.some(({ source }) =>
    source.some((term) => term.kind === 'unresolved' && term.text === unreadValue),
  );
  if (isUnread) doubts.push(unreadValue);
  const [first = 'what they match is not known for certain'] = doubts;
  return first;
}
