/** The findings of one report that another does not have, whatever rules and places are called in it. */

import type { Finding } from '../report.ts';

/** What tells findings of one check apart, from the strictest to the loosest. */
const details: readonly ((finding: Finding) => string)[] = [
  ({ message, path }) => `${path} ${message}`,
  ({ message }) => message,
  ({ flows, path }) => (flows.length > 0 ? flows.toSorted().join() : path),
];

/** Those of `all` without a partner in `others`; each finding is the partner of one other. */
export function changedFindings(all: readonly Finding[], others: readonly Finding[]): Finding[] {
  let [left, right] = [[...all], [...others]];
  for (const detailOf of details) {
    const keyOf = (finding: Finding) =>
      JSON.stringify([
        finding.checkId,
        finding.region,
        finding.severity,
        finding.ownFlow,
        detailOf(finding),
      ]);
    const partners = Map.groupBy(right, keyOf);
    left = left.filter((finding) => partners.get(keyOf(finding))?.pop() === undefined);
    right = [...partners.values()].flat();
  }
  return left;
}
