/** The API over HTTP: methods, statuses, errors, limits, GraphiQL without a network, nothing of a request in the log. */

import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { schema } from '../../api/schema/index.ts';
import { type ApiError, client, endpoint } from '../support/client.ts';

const { send, post, ask, fail } = client();
const json = { 'content-type': 'application/json' };

const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  send(`${endpoint}?${new URLSearchParams(parameters)}`, { headers });

const postText = (body: string, headers: Record<string, string> = json) =>
  send(endpoint, { method: 'POST', headers, body });

interface Resolver {
  resolve(): unknown;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a query', () => {
  const query = 'query ($name: String!) { region(name: $name) { name } }';
  const variables = { name: 'West Europe' };
  const answer = { data: { region: { name: 'westeurope' } } };

  it('is answered to POST', async () => {
    const response = await postText(JSON.stringify({ query, variables }));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(
      'application/graphql-response+json; charset=utf-8',
    );
    expect(await response.json()).toEqual(answer);
  });

  it.each(['Application/JSON', 'application/json ; charset=utf-8'])(
    'is answered to POST of the media type %s',
    async (type) => {
      const response = await postText(JSON.stringify({ query, variables }), {
        'content-type': type,
      });
      expect([response.status, await response.json()]).toEqual([200, answer]);
    },
  );

  it('is answered to pages of any origin, without credentials', async () => {
    const origin = 'https://example.org';
    const { headers } = await get({ query: '{ clouds { name } }' }, { origin });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    const preflight = await send(endpoint, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, POST');
  });
});

describe('a request that cannot be answered', () => {
  test.each<[headers: Record<string, string>, message: RegExp, extensions: object]>([
    [
      { ...json, accept: 'image/png' },
      /given "image\/png"; accepted: application\/json, application\/graphql-response\+json$/,
      { code: 'NOT_ACCEPTABLE', given: 'image/png' },
    ],
    [
      { ...json, accept: `image/${'x'.repeat(5000)}` },
      /given "image\/x{60,80}…; accepted: application\/json/,
      { code: 'NOT_ACCEPTABLE', given: expect.stringMatching(/^image\/x{60,80}…$/) },
    ],
    [
      { 'content-type': 'multipart/form-data; boundary=x' },
      /given "multipart\/form-data"; accepted: application\/json$/,
      { code: 'UNSUPPORTED_MEDIA_TYPE', given: 'multipart/form-data' },
    ],
    [
      {},
      /given nothing; accepted: application\/json$/,
      { code: 'UNSUPPORTED_MEDIA_TYPE', accepted: ['application/json'] },
    ],
  ])('a refused media type is named with the accepted ones: %.60j', async (...row) => {
    const [headers, message, extensions] = row;
    // Bytes, unlike a text, go without a media type of their own.
    const body = new TextEncoder().encode('{"query":"{clouds{name}}"}');
    const response = await send(endpoint, { method: 'POST', headers, body });
    expect(response.status).toBe(headers.accept ? 406 : 415);
    const { errors } = (await response.json()) as { errors: readonly ApiError[] };
    expect(errors).toEqual([
      {
        message: expect.stringMatching(message),
        extensions: expect.objectContaining(extensions),
      },
    ]);
    expect(response.headers.get('accept')).toBe(errors[0]?.extensions.accepted?.join(', '));
  });

  test.each([
    ['does not parse', '{', 'GRAPHQL_PARSE_FAILED'],
    ['is not valid', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'holds a date that is none',
      '{ portRules(edition: "2026-02-30") { ruleId } }',
      'BAD_USER_INPUT',
    ],
    ['has a word as a date', '{ portRules(edition: "spring") { ruleId } }', 'BAD_USER_INPUT'],
  ])('a query that %s', async (_, query, code) => {
    const { status, errors } = await post(query);
    expect(status).toBe(200);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  });

  test.each<[what: string, query: string, variables: object]>([
    ['unknown value', 'query ($tier: Tier) { subnetRules(tier: $tier) { id } }', { tier: 'GOLD' }],
    ['wrong type', 'query ($name: String!) { region(name: $name) { name } }', { name: 1 }],
    ['missing variable', 'query ($name: String!) { region(name: $name) { name } }', {}],
  ])('a variable with a %s', async (_, query, variables) => {
    const { status, errors } = await post(query, variables);
    expect([status, errors?.[0]?.extensions.code]).toEqual([200, 'BAD_USER_INPUT']);
  });

  it('a variable that is no date', async () => {
    const query = 'query ($edition: Date) { portRules(edition: $edition) { ruleId } }';
    for (const edition of ['2026-13-01', '20260101', 5, true]) {
      const { extensions } = await fail(query, { edition });
      expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', given: edition });
    }
    const { extensions } = await fail(query, { edition: { year: 2026 } });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', given: 'an object' });
  });
});

describe('a query that asks for too much', () => {
  const circle = (levels: number) =>
    `{ clouds { ${'regions { cloud { '.repeat(levels)} name ${'} }'.repeat(levels)} } }`;

  const times = (count: number, text: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => text(index)).join(' ');
  const long = `text: "${'x'.repeat(300)}"`;

  test.each<[what: string, query: string, message: RegExp]>([
    ['by going in a circle', circle(4), /costs too much/],
    [
      'by going in a circle of fragments',
      `fragment A on Cloud { regions { cloud { ...B } } }
       fragment B on Cloud { regions { cloud { ...C } } }
       fragment C on Cloud { regions { cloud { name } } }
       { clouds { ...A } }`,
      /costs too much/,
    ],
    ['by inline fragments', `{ ... on Query { ${circle(4).slice(1, -1)} } }`, /costs too much/],
    [
      'by many searches',
      `{ ${times(70, (index) => `a${index}: search(${long}) { score }`)} }`,
      /costs too much/,
    ],
    [
      'by many looks for symptoms',
      `{ ${times(70, (index) => `a${index}: symptoms(${long}) { id }`)} }`,
      /costs too much/,
    ],
    ['by levels', circle(30), /too many levels: given \d+; accepted: at most 50$/],
    ['by fields', `{ ${times(1001, () => '__typename')} }`, /too many fields: .* at most 1000$/],
    [
      'by repeated fields',
      `{ ${times(52, () => '__typename')} }`,
      /too many repeated fields: .* 50$/,
    ],
    [
      'by aliases',
      `{ ${times(301, (index) => `a${index}: __typename`)} }`,
      /too many aliases: .* 300$/,
    ],
    [
      'by fragments',
      `{ clouds { ${times(51, (index) => `...F${index}`)} } }
       ${times(51, (index) => `fragment F${index} on Cloud { name }`)}`,
      /too many fragments: .* 100$/,
    ],
  ])('%s is refused', async (_, query, text) => {
    const { message, extensions } = await fail(query);
    expect(message).toMatch(text);
    expect(extensions).toMatchObject({
      code: 'QUERY_TOO_LARGE',
      given: expect.any(Number),
      expected: expect.stringContaining('at most'),
    });
  });

  it('is refused with a few of its mistakes, not with all', async () => {
    const { errors } = await post(`{ ${times(900, (index) => `x${index}`)} }`);
    expect(errors?.length).toBeLessThanOrEqual(11);
  });

  test.each([
    ['selections', '{a'.repeat(9000)],
    ['values', `{ region(name: ${'['.repeat(9000)}`],
    ['tokens', '{ a '.repeat(30_000)],
  ])('by its %s is refused', async (_, query) => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const { errors } = await post(query);
    expect(errors?.[0]?.extensions.code).toMatch(/QUERY_TOO_LARGE|GRAPHQL_PARSE_FAILED/);
    expect(log).not.toHaveBeenCalled();
  });

  it.each([['  {"query": "{ secret }"'], [' '.repeat(100_000)], ['{"secret": 1, x}']])(
    'whose body is no JSON is refused without a copy of it: %#',
    async (body) => {
      const response = await postText(body);
      const text = await response.text();
      expect(response.status).toBe(400);
      expect(text).toContain('the body is not JSON');
      expect(text).not.toContain('secret');
      expect(text.length).toBeLessThan(200);
    },
  );

  it('is refused, and one that asks for everything once is not', async () => {
    const cited = 'citations { section confidence verifiedOn source { id title date url } }';
    const rule = `title edition directions protocol source { name } destination { name }
      destinationPorts optionalDestinationPorts necessity requiredWhen platforms purpose ${cited}`;
    const data = await ask(`{
      clouds { name regions { name displayName aliases controlPlanePrefixes
        controlPlaneAddresses { address scope ${cited} } } }
      portRules { ${rule} history { ${rule} } }
      endpoints { id title hostNames ports ${cited} }
    }`);
    expect(Object.keys(data)).toEqual(['clouds', 'portRules', 'endpoints']);
  });

  it('is counted without end by no fragment that spreads itself', async () => {
    const { errors } = await post(
      'fragment A on Cloud { regions { cloud { ...A } } } { clouds { ...A } }',
    );
    expect(errors?.[0]?.message).toContain('Cannot spread fragment "A" within itself');
  });
});

it('an unexpected error is hidden from the client, and its message from the log', async () => {
  const secret = 'a part of a configuration';
  const field = schema.getQueryType()?.getFields().checks as unknown as Resolver;
  vi.spyOn(field, 'resolve').mockImplementation(() => {
    throw new Error(secret);
  });
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const { data, errors } = await post('{ checks { id } }');
  expect(data).toBeNull();
  expect(errors?.map(({ message }) => message)).toEqual(['Unexpected error.']);
  expect(log).toHaveBeenCalledOnce();
  expect(log.mock.calls[0]?.[0]).toMatch(/^unexpected error: Error\n\s+at /);
  expect(JSON.stringify(log.mock.calls)).not.toContain(secret);
});
