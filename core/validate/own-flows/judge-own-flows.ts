/** All own flows of a deployment, in each of its locations. */

import { Comparisons } from '../../network/compare/compare-filters.ts';
import type { LocationContext } from '../location/location.ts';
import { type JudgedOwnFlow, judgeOwnFlow } from './judge-own-flow.ts';
import type { ReadOwnFlow } from './read-own-flow.ts';

/** By flow, then by location. An instance outside of a virtual network has no location, and no rule carries its flows. */
export function judgeOwnFlows(
  flows: readonly ReadOwnFlow[],
  locations: readonly LocationContext[],
): readonly JudgedOwnFlow[] {
  if (locations.length === 0) return flows.map(outsideOfNetworks);
  const comparisons = new Comparisons();
  // The firewalls of a location are read once for all of its flows.
  const judged = locations.map((location) =>
    flows.map((flow) => judgeOwnFlow(flow, location, comparisons)),
  );
  return flows.flatMap((_, index) =>
    judged.map((inLocation) => inLocation[index] as JudgedOwnFlow),
  );
}

function outsideOfNetworks({ input, kind, direction }: ReadOwnFlow): JudgedOwnFlow {
  return {
    result: {
      name: input.name,
      kind,
      direction,
      region: null,
      outcome: 'UNDECIDED',
      broken: [],
      undecided: [],
      message: 'it was not judged: the instance is in no virtual network',
      reason: input.reason,
      owner: input.owner ?? null,
      ...(input.sourceLocation && { sourceLocation: input.sourceLocation }),
    },
    rules: [],
    path: '/deployment/virtualNetworkType',
  };
}
