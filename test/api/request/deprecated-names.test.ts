/** The deprecated fields and arguments that a document uses, and the header that names them. */

import { parse } from 'graphql';
import { describe, expect, it, test } from 'vitest';
import { deprecatedNames, headerOf } from '../../../api/request/deprecated-names.ts';
import { sizeOf } from '../../../api/request/document-size.ts';
import { client, endpoint } from '../../support/client.ts';

function namesIn(text: string): readonly string[] {
  const document = parse(text);
  return deprecatedNames(document, new Set(sizeOf(document).fields.keys()));
}

test.each<[what: string, text: string, expected: readonly string[]]>([
  ['nothing', '{ checks { id pagePath } }', []],
  ['a field', '{ checks { id path } }', ['Check.path']],
  ['a field by another name', '{ checks { pagePath: path } }', ['Check.path']],
  ['one field twice', '{ a: checks { path } b: checks { path } }', ['Check.path']],
  ['an argument', '{ changes(since: "2025-06-17") { id } }', ['Query.changes(since:)']],
  ['the argument that is to be used', '{ changes(after: "2025-06-17") { id } }', []],
  [
    'fields of several types, in order',
    '{ regions { path } checks { path } }',
    ['Check.path', 'Region.path'],
  ],
  [
    'a field in a fragment',
    'query { checks { ...One } } fragment One on Check { path }',
    ['Check.path'],
  ],
])('%s', (_, text, expected) => {
  expect(namesIn(text)).toEqual(expected);
});

describe('the header', () => {
  it('is short, however much is used', () => {
    const names = Array.from({ length: 200 }, (_, index) => `Type${index}.field`);
    const header = headerOf(names) ?? '';
    expect(header.length).toBeLessThan(430);
    expect(header).toMatch(/^Type0\.field, Type1\.field, .*, Type\d+\.field, and \d+ more$/);
    const shown = header.split(', ').length - 1;
    expect(header).toContain(`and ${200 - shown} more`);
  });

  it.each([399, 400])('of %i characters is whole', (length) => {
    const name = 'a'.repeat(length);
    expect(headerOf([name])).toBe(name);
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
