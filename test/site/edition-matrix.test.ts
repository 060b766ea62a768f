/** Port rules against editions: each rule once, a mark where an edition differs from the one before. */

import { expect, test } from 'vitest';
import { execute } from '../../api/execute.ts';
import { EditionsDocument, PortTableDocument } from '../../site/src/generated/queries.ts';
import { editionMatrix } from '../../site/src/lib/edition-matrix.ts';

const { editions } = await execute(EditionsDocument, {});
const tables = await Promise.all(
  editions.map(async ({ date }) => ({
    date,
    ...(await execute(PortTableDocument, { edition: date })),
  })),
);
const rows = editionMatrix(tables);

test('each rule of any edition has one row with a cell for each edition', () => {
  const ids = new Set(tables.flatMap(({ portRules }) => portRules.map(({ ruleId }) => ruleId)));
  expect(rows.map(({ id }) => id).toSorted()).toEqual([...ids].toSorted());
  for (const { cells } of rows) {
    expect(cells.map(({ date }) => date)).toEqual(editions.map(({ date }) => date));
  }
});

test('what the newest edition requires comes first', () => {
  const required = rows.map(({ cells }) => cells.at(-1)?.status === 'REQUIRED');
  expect(required.indexOf(false)).toBe(required.filter(Boolean).length);
});

test('Azure Monitor became required in 2023', () => {
  const row = rows.find(({ id }) => id === 'azure-monitor');
  const changed = row?.cells.filter(({ isChanged }) => isChanged).map(({ date }) => date);
  expect(changed?.at(-1)).toBe('2023-11-29');
  expect(row?.cells.at(-1)).toMatchObject({ status: 'REQUIRED', isChanged: false });
  expect(row?.cells[0]?.isChanged).toBe(false);
});

test('a rule that is gone stays removed, one that comes has no status before', () => {
  const statuses = (of: string) =>
    rows.find(({ id }) => id === of)?.cells.map(({ status }) => status);
  expect(statuses('smtp')).toEqual([undefined, 'RECOMMENDED', ...Array(4).fill('REMOVED')]);
  expect(statuses('traffic-manager')).toEqual([
    ...Array(3).fill(undefined),
    ...Array(3).fill('CONDITIONAL'),
  ]);
});
