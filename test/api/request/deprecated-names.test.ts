/** The deprecated fields and arguments that a document uses, and the header that names them. */

import { isObjectType, parse } from 'graphql';
import { describe, expect, it, test } from 'vitest';
import { deprecatedNames } from '../../../api/request/deprecated-names.ts';
import { sizeOf } from '../../../api/request/document-size.ts';
import { schema } from '../../../api/schema/index.ts';
import { client, endpoint } from '../../support/client.ts';

function namesIn(text: string): string | undefined {
  const document = parse(text);
  return deprecatedNames(document, new Set(sizeOf(document).fields.keys()));
}

test.each<[what: string, text: string, expected: string | undefined]>([
  ['nothing', '{ checks { id pagePath } }', undefined],
  ['a field', '{ checks { id path } }', 'Check.path'],
  ['a field by another name', '{ checks { pagePath: path } }', 'Check.path'],
  ['one field twice', '{ a: checks { path } b: checks { path } }', 'Check.path'],
  ['an argument', '{ changes(since: "2025-06-17") { id } }', 'Query.changes(since:)'],
  ['the argument that is to be used', '{ changes(after: "2025-06-17") { id } }', undefined],
  [
    'fields of several types, in order',
    '{ regions { path } checks { path } }',
    'Check.path, Region.path',
  ],
  [
    'a field in a fragment',
    'query { checks { ...One } } fragment One on Check { path }',
    'Check.path',
  ],
])('%s', (_, text, expected) => {
  expect(namesIn(text)).toEqual(expected);
});

describe('the header', () => {
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
  const post = (parameters: object) =>
    send(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    });
  const query = '{ checks { id path } }';
  const failing =
    '{ checks { path } requiredRules(input: { region: "x", tier: PREMIUM, virtualNetworkType: INTERNAL }) { locations { region { path } } } }';

  it.each<[what: string, request: () => Promise<Response>]>([
    ['POST', () => post({ query })],
    ['POST for the third time', () => post({ query })],
    ['GET', () => send(`${endpoint}?${new URLSearchParams({ query })}`)],
    ['a request for the cost', () => post({ query, extensions: { cost: true } })],
  ])('is in the response to %s', async (_, request) => {
    const { headers } = await request();
    expect(headers.get('x-deprecated-fields')).toBe('Check.path');
    expect(headers.get('access-control-expose-headers')).toBe('x-deprecated-fields');
  });

  it('is in a response with errors', async () => {
    const response = await post({ query: failing });
    expect(response.headers.get('x-deprecated-fields')).toMatch(/^Check\.path/);
  });

  it.each(['{ checks { id } }', '{ checks { nothing } }'])('is not in that to %s', async (text) => {
    const { headers } = await post({ query: text });
    expect(headers.get('x-deprecated-fields')).toBeNull();
    expect(headers.get('access-control-expose-headers')).toBeNull();
  });
});
