/** Counting what a query holds, where it is nested deeper than calls can be. */

import type { DocumentNode, FieldNode, ValueNode } from 'graphql';
import { Kind } from 'graphql';
import { expect, test } from 'vitest';
import { sizeOf } from '../../../api/request/document-size.ts';

const depth = 100_000;
const name = { kind: Kind.NAME, value: 'a' } as const;

function documentOf(field: FieldNode): DocumentNode {
  const operation = {
    kind: Kind.OPERATION_DEFINITION,
    operation: 'query',
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  };
  return { kind: Kind.DOCUMENT, definitions: [operation] } as unknown as DocumentNode;
}

/** Puts one into another as often as the depth says. */
function nest<Node>(innermost: Node, around: (inner: Node) => Node): Node {
  let node = innermost;
  for (let level = 1; level < depth; level += 1) node = around(node);
  return node;
}

test.each<[what: 'levels' | 'list entries', counted: number, field: FieldNode]>([
  [
    'levels',
    depth,
    nest<FieldNode>({ kind: Kind.FIELD, name }, (inner) => ({
      kind: Kind.FIELD,
      name,
      selectionSet: { kind: Kind.SELECTION_SET, selections: [inner] },
    })),
  ],
  [
    'list entries',
    depth - 1,
    {
      kind: Kind.FIELD,
      name,
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name,
          value: nest<ValueNode>({ kind: Kind.INT, value: '1' }, (inner) => ({
            kind: Kind.LIST,
            values: [inner],
          })),
        },
      ],
    } as FieldNode,
  ],
])('%s', (what, counted, field) => {
  expect(sizeOf(documentOf(field)).counts[what]).toBe(counted);
});
