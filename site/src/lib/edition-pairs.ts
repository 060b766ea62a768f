/** The port rows of two editions next to each other. */

import type { EditionPairQuery } from '../generated/queries.ts';
import { labelsOf, portsLabel } from './labels.ts';

type Row = EditionPairQuery['first'][number];

/** Rows by id. If an edition states a row for both platforms, the statement for the newer one. */
const byId = (rows: readonly Row[]) =>
  new Map(
    rows
      .toSorted((a, b) => a.platforms.length - b.platforms.length)
      .map((row) => [row.ruleId, row]),
  );

const partsOf = (row: Row | undefined) =>
  row
    ? [
        `${row.source.name} to ${row.destination.name}`,
        portsLabel(row),
        labelsOf(row.virtualNetworkTypes),
      ]
    : [];

/** Each row of either edition with its two sides, and whether these are the same. */
export function rowPairs(first: readonly Row[], second: readonly Row[]) {
  const [before, after] = [byId(first), byId(second)];
  return [...new Map([...after, ...before]).keys()].map((id) => {
    const [old, now] = [before.get(id), after.get(id)];
    const isSame = partsOf(old).join() === partsOf(now).join() && old?.necessity === now?.necessity;
    const sides = [
      { row: old, others: partsOf(now) },
      { row: now, others: partsOf(old) },
    ].map(({ row, others }) => ({
      necessity: row?.necessity,
      parts: partsOf(row).map((text) => ({
        text,
        isChanged: others.length > 0 && !others.includes(text),
      })),
    }));
    return { id, title: (now ?? old)?.title, sides, isSame };
  });
}
