/** HTTP statuses as the specification for GraphQL over HTTP has them: by what is wrong, and by the type of the response. */

import { expect, test, vi } from 'vitest';
import { client, endpoint } from '../support/client.ts';

const { send } = client();
const json = 'application/json';
const graphql = 'application/graphql-response+json';

interface Init extends RequestInit {
  readonly headers?: Record<string, string>;
  readonly search?: string;
}

const postOf = (body: string) => ({
  method: 'POST',
  headers: { 'content-type': json },
  body,
});
const post = (query: string, rest: object = {}) => postOf(JSON.stringify({ query, ...rest }));
const get = (parameters: Record<string, string>): Init => ({
  search: `?${new URLSearchParams(parameters)}`,
});
const typed = (type: string, body: string) => ({
  ...postOf(body),
  headers: { 'content-type': type },
});
const variable = 'query ($tier: Tier!) { tier(name: $tier) { id } }';

// application/json has the status 200 also where the query or a variable is refused, and not where a code has a status of its own.
test.each<[what: string, init: Init, asJson: number, asGraphql: number, code: string | null]>([
  ['a result', post('{ clouds { id } }'), 200, 200, null],
  [
    'no result for a part',
    post('{ lookupAddress(address: "x") { summary } }'),
    200,
    200,
    'BAD_USER_INPUT',
  ],
  ['a query that does not parse', post('{'), 200, 400, 'GRAPHQL_PARSE_FAILED'],
  ['a query that is not valid', post('{ nothing }'), 200, 400, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a variable that is not accepted',
    post(variable, { variables: { tier: 'GOLD' } }),
    200,
    400,
    'BAD_USER_INPUT',
  ],
  ['a variable that is missing', post(variable), 200, 400, 'BAD_USER_INPUT'],
  [
    'no such operation',
    post('query A { clouds { id } }', { operationName: 'B' }),
    200,
    400,
    'BAD_USER_INPUT',
  ],
  [
    'no operation of several',
    post('query A { clouds { id } } query B { clouds { id } }'),
    200,
    400,
    'BAD_USER_INPUT',
  ],
  ['only fragments', post('fragment A on Query { clouds { id } }'), 200, 400, 'BAD_USER_INPUT'],
  [
    'a query that is too large',
    post(`{ ${'clouds { id } '.repeat(60)} }`),
    200,
    400,
    'QUERY_TOO_LARGE',
  ],
  ['a body that is no JSON', postOf('{'), 400, 400, 'BAD_REQUEST'],
  ['a body without a query', postOf('{}'), 400, 400, 'BAD_REQUEST'],
  [
    'variables that are no object',
    post('{ clouds { id } }', { variables: 3 }),
    400,
    400,
    'BAD_REQUEST',
  ],
  [
    'a digest that is not known',
    postOf(
      JSON.stringify({
        extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } },
      }),
    ),
    404,
    404,
    'PERSISTED_QUERY_NOT_FOUND',
  ],
  [
    'a digest that cannot be read',
    postOf(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } })),
    400,
    400,
    'BAD_REQUEST',
  ],
  ['a body that is no object', postOf('3'), 400, 400, 'BAD_REQUEST'],
  ['a list of queries', postOf('[{"query":"{ clouds { name } }"}]'), 400, 400, 'BAD_REQUEST'],
  ['variables that are no JSON', get({ query: '{a}', variables: 'x' }), 400, 400, 'BAD_REQUEST'],
  ['another media type', typed('text/plain', '{}'), 415, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['no media type', { method: 'POST' }, 415, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  [
    'a form, which any page may send without asking',
    typed('application/x-www-form-urlencoded', 'query={a}'),
    415,
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['a mutation by GET', get({ query: 'mutation { __typename }' }), 405, 405, 'BAD_REQUEST'],
  ['DELETE', { method: 'DELETE' }, 405, 405, 'BAD_REQUEST'],
  ['PUT', { method: 'PUT' }, 405, 405, 'BAD_REQUEST'],
])('%s', async (_, init, asJson, asGraphql, code) => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  for (const [accept, type, status] of [
    [json, json, asJson],
    [graphql, graphql, asGraphql],
    [undefined, graphql, asGraphql],
  ] as const) {
    const headers = { ...init.headers, ...(accept && { accept }) };
    const response = await send(`${endpoint}${init.search ?? ''}`, { ...init, headers });
    const { errors } = (await response.json()) as {
      errors?: readonly { extensions?: { code?: string } }[];
    };
    expect([response.status, errors?.[0]?.extensions?.code ?? null], accept).toEqual([
      status,
      code,
    ]);
    expect(log).not.toHaveBeenCalled();
    expect(response.headers.get('content-type'), accept).toBe(`${type}; charset=utf-8`);
  }
});
