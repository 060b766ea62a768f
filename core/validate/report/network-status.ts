/** The network status of a deployment for people: a count, and each dependency that is worth a look, with what to do. */

import { type DependencyStatus, dependencyStates } from '../network-status/status.ts';

/** "17 dependencies: 15 up, 2 down" */
export function statusInWords(dependencies: readonly DependencyStatus[]): string {
  const counts = dependencyStates.flatMap((state) => {
    const count = dependencies.filter((one) => one.state === state).length;
    return count > 0 ? [`${count} ${state.toLowerCase()}`] : [];
  });
  const noun = dependencies.length === 1 ? 'dependency' : 'dependencies';
  return `${dependencies.length} ${noun}: ${counts.join(', ')}`;
}

/** What is down, what contradicts the rules, and what is undecided; the rest is up as it should be. */
export const isNotable = ({ state, explanation }: DependencyStatus): boolean =>
  state !== 'UP' || explanation === 'UP_THOUGH_DENIED';

/** "SQLDatabase, required, West Europe" */
export const detailsOf = ({ resourceType, isOptional, region }: DependencyStatus): string =>
  [
    ...(resourceType === '' ? [] : [resourceType]),
    ...(isOptional === null ? [] : [isOptional ? 'optional' : 'required']),
    ...(region === null ? [] : [region]),
  ].join(', ');
