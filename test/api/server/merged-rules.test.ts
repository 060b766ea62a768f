/** Rules merged into one against the same rules as graphql runs them: the same errors, in the same order. */

import {
  type ASTVisitor,
  BREAK,
  type DocumentNode,
  type GraphQLError,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../../api/schema/index.ts';
import { mergedRules } from '../../../api/server/merged-rules.ts';
import { below, pick, randomDocument } from '../../support/random-queries.ts';

const merged = [mergedRules(specifiedRules)];

const told = (errors: readonly GraphQLError[]) =>
  errors.map(({ message, locations }) => ({ message, locations }));

function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

const wrongs = [
  '$unknown',
  'unknown',
  '... on Region { name }',
  '...Missing',
  '@include',
  '@skip(if: 1)',
  '@skip(if: true) @skip(if: true)',
  '(name: "a", name: "b")',
  '(input: { a: 1, a: 2 })',
  '{ id }',
  'a: __typename',
  '__schema { types { fields { type { fields { name } } } } }',
  'query ($a: Region, $a: Int = "x") { __typename }',
  'fragment F on Query { ...F }',
  'fragment F on Int { name }',
  'fragment G on Region { name @defer }',
  'subscription { a b }',
  'mutation { __typename }',
  'query Q { __typename } query Q { __typename }',
  'type A { a: Int }',
];

/** A document with a piece taken out, put in or put elsewhere. */
function damaged(text: string): string {
  const pieces: string[] = [...(text.match(/\.{3}|[\w"$@]+|\S/g) ?? [])];
  const at = below(pieces.length + 1);
  const change = [
    () => pieces.splice(at, 1),
    () => pieces.splice(at, 0, pick(wrongs)),
    () => pieces.splice(at, 0, ...pieces.slice(at, at + 1 + below(6))),
    () => pieces.push(pick(wrongs)),
  ];
  pick(change)();
  return pieces.join(' ');
}

test('random documents, sound and damaged', () => {
  let valid = 0;
  const messages = new Set<string>();
  for (let number = 0; number < 1500; number += 1) {
    let text = randomDocument();
    for (let times = below(4); times > 0; times -= 1) text = damaged(text);
    const document = parsed(text);
    if (document === undefined) continue;
    const errors = told(validate(schema, document));
    expect(told(validate(schema, document, merged)), text).toEqual(errors);
    if (errors.length === 0) valid += 1;
    for (const { message } of errors) messages.add(message.replace(/".*?"|\d+/g, '…'));
  }
  expect(valid).toBeGreaterThan(100);
  expect(messages.size).toBeGreaterThan(15);
});

test('a visitor that skips what lies below, or all that is to come', () => {
  /** Notes each call, and answers as told. */
  function noting(
    name: string,
    make: (note: (what: string) => undefined) => ASTVisitor,
  ): [calls: string[], rule: ValidationRule] {
    const calls: string[] = [];
    const note = (what: string) => {
      calls.push(`${name} ${what}`);
    };
    return [calls, () => make(note as (what: string) => undefined)];
  }
  const rules = [
    noting('skips', (note) => ({
      Field: {
        enter(node) {
          note(`enters ${node.name.value}`);
          return node.name.value === 'clouds' ? false : undefined;
        },
        leave: (node) => note(`leaves ${node.name.value}`),
      },
      Name: (node) => note(`sees ${node.value}`),
    })),
    noting('breaks', (note) => ({
      enter: (node) => note(`enters ${node.kind}`),
      leave(node) {
        note(`leaves ${node.kind}`);
        return node.kind === 'Field' ? BREAK : undefined;
      },
    })),
    noting('stops', (note) => ({
      Name(node) {
        note(`sees ${node.value}`);
        return node.value === 'regions' ? BREAK : undefined;
      },
    })),
  ];
  const document = parse('{ clouds { name regions { name } } regions { name displayName } }');
  const callsBy = (how: readonly ValidationRule[]) => {
    validate(schema, document, how);
    return rules.map(([calls]) => calls.splice(0));
  };
  const plain = rules.map(([, rule]) => rule);
  const expected = callsBy(plain);
  expect(expected.map(({ length }) => length)).toSatisfy((lengths: number[]) =>
    lengths.every((length) => length > 2),
  );
  const again = mergedRules(plain);
  for (let times = 0; times < 2; times += 1) expect(callsBy([again])).toEqual(expected);
});
