/** The deprecated fields and arguments that a document uses, and the header that names them. */

import { isObjectType } from 'graphql';
import { expect, it, test } from 'vitest';
import { documentCache } from '../../../api/request/document-cache.ts';
import { schema } from '../../../api/schema/index.ts';
import { client, endpoint } from '../../support/client.ts';

test.each<[text: string, names: string]>([
  ['{ checks { id pagePath } }', ''],
  ['{ checks { id path } }', 'Check.path'],
  ['{ checks { pagePath: path } }', 'Check.path'],
  ['{ a: checks { path } b: checks { path } }', 'Check.path'],
  ['{ changes(since: "2025-06-17") { id } }', 'Query.changes(since:)'],
  ['{ changes(after: "2025-06-17") { id } }', ''],
  ['{ regions { path } checks { path } }', 'Check.path, Region.path'],
  ['query { checks { ...One } } fragment One on Check { path }', 'Check.path'],
])('%s uses "%s"', (text, names) => {
  expect(documentCache()(text).deprecated).toBe(names);
});

it('is short, whatever is used', () => {
  const names = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => [field, ...field.args].some((one) => one.deprecationReason != null))
    .map(({ type, field }) => `${type.name}.${field.name}`);
  expect(names.length).toBeGreaterThan(5);
  // Proxies take some 4,000 characters of a header.
  expect(names.join(', ').length).toBeLessThan(2_000);
});

const { send } = client();
const post = (parameters: object) => () =>
  send(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
const query = '{ checks { id path } }';
const withErrors =
  '{ checks { path } requiredRules(input: { region: "x", tier: PREMIUM, virtualNetworkType: INTERNAL }) { render(format: CSV) } }';

test.each<[what: string, request: () => Promise<Response>, names: string | null]>([
  ['POST', post({ query }), 'Check.path'],
  ['POST again', post({ query }), 'Check.path'],
  ['POST for the third time', post({ query }), 'Check.path'],
  ['GET', () => send(`${endpoint}?${new URLSearchParams({ query })}`), 'Check.path'],
  ['a request for the cost', post({ query, extensions: { cost: true } }), 'Check.path'],
  ['a query with errors', post({ query: withErrors }), 'Check.path'],
  ['a query without deprecated fields', post({ query: '{ checks { id } }' }), null],
  ['a query that is not valid', post({ query: '{ checks { path nothing } }' }), null],
])('in the response to %s', async (_, request, names) => {
  const { headers } = await request();
  expect(headers.get('x-deprecated-fields')).toBe(names);
  expect(headers.get('access-control-expose-headers')).toBe(names && 'x-deprecated-fields');
});
