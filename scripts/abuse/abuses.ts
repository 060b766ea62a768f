/** What clients do to hurt the server, by name. Each runs until its time is over, from addresses of its own. */

import { randomBytes, randomInt } from 'node:crypto';
import { bombs, computed, hostileNames, nested, prototypes, sharedGroup } from './documents.ts';
import { framings, json, longHeader, raw } from './framings.ts';
import { converse, holdSockets, inRows, post, type SentRequest, type Target } from './load.ts';
import {
  allPrefixes,
  deployment,
  everywhere,
  formats,
  ofAgent,
  page,
  pick,
  renders,
  rule,
  search,
  toolCall,
  unique,
  validate,
} from './requests.ts';
import { times } from './times.ts';

const inTurn = (all: readonly SentRequest[]) => {
  let next = 0;
  return () => all[next++ % all.length] as SentRequest;
};

/** Requests of every kind, from sensible to junk. */
const mixed: readonly (() => SentRequest)[] = [
  () => post(`{ a${unique()}: regions { name displayName citations { section } } }`),
  () => post('query ($n: String!) { region(name: $n) { name } }', { n: unique() }),
  () => ({
    body: JSON.stringify({ query: '{ __typename }' }),
    headers: { accept: `application/json;x=${unique()}` },
  }),
  () => ({ method: 'GET', path: `/graphql?query=%7B__typename%7D&x=${unique()}` }),
  () => post('query ($t: String!) { search(text: $t) { id } }', { t: search() }),
  () => post('{ __typename }', { x: 'y'.repeat(randomInt(1_000_000)) }),
  () => ({ body: randomBytes(randomInt(2_000)) }),
  () => ({
    body: `{"query":"{ __typename }","variables":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  }),
  () => ({ method: 'GET', path: `/${unique()}` }),
  () => ({
    method: 'GET',
    path: pick(['/', '/regions/', '/port-rules/']),
    headers: { 'accept-encoding': pick(['gzip', 'br', '']) },
  }),
  () =>
    validate(
      'verdict findings { message } remediation(format: BICEP)',
      deployment(
        Array.from({ length: 1 + randomInt(150) }, (_, index) =>
          rule(`r${index}`, {
            priority: 100 + index,
            access: pick(['ALLOW', 'DENY']),
            direction: pick(['INBOUND', 'OUTBOUND']),
            destinationAddressPrefixes: [
              pick(['*', 'Storage', 'Sql', `20.${randomInt(256)}.0.0/16`]),
            ],
            destinationPortRanges: [String(randomInt(65_536))],
          }),
        ),
      ),
    ),
];

async function mix(target: Target): Promise<void> {
  const junk = async () => {
    while (Date.now() < target.until) {
      await converse(target, randomBytes(1 + randomInt(3_000)));
      await converse(
        target,
        raw(`${json}content-length: 900000\r\n`, 'x'.repeat(randomInt(800_000))),
      );
    }
  };
  await Promise.all([inRows(target, 4, () => pick(mixed)()), junk()]);
}

export interface Abuse {
  /** Files and sockets that the server may open meanwhile. */
  readonly descriptors?: number;
  run(target: Target): Promise<unknown>;
}

const rows = (count: number, all: readonly SentRequest[]): Abuse => ({
  run: (target) => inRows(target, count, inTurn(all)),
});
const held = (
  count: number,
  clients: number,
  text: (number: number) => string | Buffer,
  reads = false,
): Abuse => ({
  run: (target) => holdSockets(target, count, clients, text, reads),
});

export const abuses: Readonly<Record<string, Abuse>> = {
  nothing: { run: async () => {} },
  lambdas: rows(16, [validate('verdict', { document: computed(`[${nested(3)}]`) })]),
  bombs: rows(
    16,
    bombs.map((document) => validate('verdict findings { message }', { document })),
  ),
  locations: rows(16, [
    validate('verdict findings { message path remediation } flows { key outcome }', {
      document: sharedGroup(800, 60),
    }),
  ]),
  traces: rows(16, [
    validate(`flows { ${times(100, (index) => `t${index}: trace { rule }`)} }`, {
      document: sharedGroup(800, 20),
    }),
    validate('flows { trace { rule } }', { document: sharedGroup(800, 6) }),
  ]),
  renders: rows(16, [renders(240), renders(60), renders(8)]),
  pages: rows(64, [page('GET'), page('HEAD')]),
  names: rows(
    16,
    hostileNames.flatMap((name) =>
      formats.map((format) =>
        validate(
          `remediation(format: ${format})`,
          deployment([rule(name), rule(`${name} 2`, { priority: 101, description: name })]),
        ),
      ),
    ),
  ),
  prototypes: rows(16, [
    ...prototypes.map((document) => validate('verdict findings { message }', { document })),
    ...[
      '{ __proto__: __typename }',
      '{ then: clouds { name } }',
      '{ constructor: clouds { name } }',
    ].map((query) => post(query)),
    {
      body: '{"query":"{ __typename }","variables":{"__proto__":{"x":1}},"__proto__":{"query":"{ x }"}}',
    },
    {
      body: '{"query":"query a { __typename } query b { __typename }","operationName":"__proto__"}',
    },
  ]),
  'cache keys': {
    run: (target) =>
      inRows(target, 32, () =>
        pick([
          () => post(`{ a${unique()}: tiers { name } }`),
          () => post('{ tiers { name } }', { [unique()]: 1 }),
        ])(),
      ),
  },
  agents: rows(8, [
    ofAgent(toolCall('validate', { files: Array.from({ length: 400_000 }, () => 0) })),
    ofAgent(toolCall('validate', { document: JSON.stringify(computed(`[${nested(3)}]`)) })),
    ofAgent(Array.from({ length: 100 }, () => toolCall('search', { text: 'redis' }))),
    ofAgent(toolCall('required_rules', everywhere)),
  ]),
  introspection: {
    run: (target) =>
      inRows(target, 16, () =>
        post(
          `{ __schema { types { name a${unique()}: fields { name args { name } type { name ofType { name ofType { name } } } } } } }`,
        ),
      ),
  },
  searches: {
    run: (target) =>
      inRows(target, 16, () =>
        post(`{ ${times(60, (index) => `s${index}: search(text: "${search()}") { score }`)} }`),
      ),
  },
  framing: {
    run: async (target) => {
      const row = async () => {
        while (Date.now() < target.until) await converse(target, pick(framings));
      };
      await Promise.all(Array.from({ length: 16 }, row));
    },
  },
  'half heads': held(4_100, 8, () => 'POST /graphql HTTP/1.1\r\nhost: x\r\nx: ', true),
  'bodies that do not come': held(
    4_100,
    8,
    () => raw(`${json}content-length: 1000000\r\n`, '{'),
    true,
  ),
  'unfinished bodies': {
    run: (target) =>
      Promise.all([
        holdSockets(target, 64, 4, () =>
          raw(`${json}content-length: 1048576\r\n`, ' '.repeat(1_048_570)),
        ),
        inRows(target, 2, () => post('{ __typename }', { x: 'y'.repeat(200_000) })),
      ]),
  },
  'heads with unfinished bodies': held(1_960, 4, () =>
    raw(`${json}content-length: 9\r\n${longHeader}`, '{'),
  ),
  'heads behind an unread page': held(
    190,
    4,
    () =>
      'GET /graphiql/graphiql.js HTTP/1.1\r\nhost: x\r\n\r\n' +
      `GET /health HTTP/1.1\r\nhost: x\r\n${longHeader}\r\n`.repeat(15),
  ),
  'idle connections after long heads': held(
    1_960,
    4,
    () => `GET /health HTTP/1.1\r\nhost: x\r\n${longHeader}\r\n`,
  ),
  'chunks of one byte': held(16, 4, () =>
    raw(`${json}transfer-encoding: chunked\r\n`, '1\r\nx\r\n'.repeat(1_000_000)),
  ),
  'unread responses': held(60, 4, (number) => {
    const body = JSON.stringify({ query: allPrefixes(number) });
    return raw(`${json}content-length: ${body.length}\r\n`, body);
  }),
  'unread pages': held(200, 4, () =>
    'GET /graphiql/graphiql.js HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(20),
  ),
  descriptors: {
    descriptors: 140,
    run: (target) =>
      Promise.all([
        holdSockets(target, 120, 4, () => ''),
        inRows(target, 8, () => ({ method: 'GET', path: '/port-rules/' })),
      ]),
  },
  mixed: { run: mix },
};
