/** The changes from one schema to another as the page shows them, and the history of releases. */

import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import history from '../../../api/releases/history.json' with { type: 'json' };
import { schemaChanges, withRelease } from '../../../api/releases/schema-changes.ts';

const before = `
type Query {
  "Old words."
  one(name: String): One!
}
type One {
  name: String!
  kind: Kind!
}
enum Kind { A B }
`;

test.each<[what: string, from: string, to: string, expected: readonly string[]]>([
  ['nothing', '', '', []],
  ['a description', 'Old words.', 'New words.', []],
  ['a field that goes', '  name: String!\n', '', ['BREAKING One.name']],
  ['a field that can be null', 'name: String!', 'name: String', ['BREAKING One.name']],
  ['a new enum value', 'A B', 'A B C', ['DANGEROUS Kind.C']],
  [
    'a new field with an argument',
    'kind: Kind!',
    'kind: Kind! more(of: Int): Int',
    ['SAFE One.more'],
  ],
  ['a new optional argument', '(name: String)', '(name: String, id: ID)', ['SAFE Query.one.id']],
  ['a new type', 'type One', 'type Two { a: Int b: Int } type One', ['SAFE Two']],
  [
    'several, breaking ones first',
    'name: String!\n  kind: Kind!',
    'kind: Kind! more: Int',
    ['BREAKING One.name', 'SAFE One.more'],
  ],
])('%s', async (_, from, to, expected) => {
  const changes = await schemaChanges(before, before.replace(from, to));
  expect(changes.map(({ kind, coordinate }) => `${kind} ${coordinate}`)).toEqual(expected);
});

it('adds a release at the top, and none twice', () => {
  const release = { version: '0.2.0', date: '2027-01-15', changes: [] };
  const first = { version: '0.1.0', date: '2026-11-29', changes: [] };
  expect(withRelease([first], release)).toEqual([release, first]);
  expect(() => withRelease([first], first)).toThrow('set the next version in package.json');
});

it('ends with the version that later changes are compared with', () => {
  const last = readFileSync(
    new URL('../../../api/releases/last-version.graphql', import.meta.url),
    'utf8',
  );
  expect(last).toContain(`# The schema of version ${history[0]?.version}. `);
  for (const { date } of history) expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
});
