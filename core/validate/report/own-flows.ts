/** Own flows in reports for people. */

import { listing } from '../checks/kit/rule-labels.ts';
import type { OwnFlowOutcome, OwnFlowResult } from '../own-flows/own-flow.ts';

const outcomeWords: readonly (readonly [OwnFlowOutcome, one: string, more: string])[] = [
  ['HOLDS', 'holds', 'hold'],
  ['BROKEN', 'is broken', 'are broken'],
  ['UNDECIDED', 'is undecided', 'are undecided'],
];

/** "own flows: 3 hold, 1 is broken and 1 is undecided"; empty where there are none. */
export function ownFlowsInWords(flows: readonly OwnFlowResult[]): string {
  if (flows.length === 0) return '';
  const parts = outcomeWords.flatMap(([outcome, one, more]) => {
    const count = flows.filter((flow) => flow.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];
  });
  return `own flows: ${listing(parts)}`;
}
