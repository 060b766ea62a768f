/** Queries that the project documents or ships: they follow the advice of its own deprecations. */

import { readFileSync } from 'node:fs';
import { NoDeprecatedCustomRule, parse, specifiedRules, validate } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../api/schema/index.ts';
import { referenceExamples, siteQueries } from '../support/documented-queries.ts';

const operations = readFileSync(
  new URL('../../api/client/operations.graphql', import.meta.url),
  'utf8',
);
const rules = [...specifiedRules, NoDeprecatedCustomRule];

test.each<[name: string, text: string]>([
  ...[...siteQueries, ...referenceExamples].map(({ name, text }): [string, string] => [name, text]),
  ['the operations of the client', operations],
])('%s is valid and uses nothing that is deprecated', (_, text) => {
  expect(validate(schema, parse(text), rules).map(({ message }) => message)).toEqual([]);
});

test('the rule finds what is deprecated', () => {
  const text = '{ search(text: "443") { title } }';
  expect(validate(schema, parse(text), rules)).toHaveLength(1);
});
