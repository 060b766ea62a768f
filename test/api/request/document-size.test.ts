/** Counting what a query holds, where it is nested deeper than calls can be. */

import { type DocumentNode, type FieldNode, Kind, parse } from 'graphql';
import { expect, it, test } from 'vitest';
import { sizeOf } from '../../../api/request/document-size.ts';

it('counts levels that are deeper than calls can be', () => {
  const name = { kind: Kind.NAME, value: 'a' } as const;
  let field: FieldNode = { kind: Kind.FIELD, name };
  for (let level = 0; level < 100_000; level += 1) {
    field = {
      kind: Kind.FIELD,
      name,
      selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
    };
  }
  const operation = { ...field, kind: Kind.OPERATION_DEFINITION, operation: 'query' };
  const document = { kind: Kind.DOCUMENT, definitions: [operation] } as unknown as DocumentNode;
  expect(sizeOf(document).counts.levels).toBe(100_000);
});

test.each<[query: string, repeated: number]>([
  ['{ a b c { a b } d { a b } }', 0],
  ['{ a a a }', 2],
  ['{ a { b } a { b } }', 1],
  ['{ a: b a: c }', 1],
  ['{ a: b b }', 0],
  ['{ ... { a } ... { a ... { a } } b { a } }', 2],
  ['{ ...F ...F } fragment F on Query { a }', 0],
])('%s repeats %i fields', (query, repeated) => {
  expect(sizeOf(parse(query)).counts.repeatedFields).toBe(repeated);
});
