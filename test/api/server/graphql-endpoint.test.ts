/** The API with requests that have no connection: in which turn of the event loop each of them is begun. */

import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { schema } from '../../../api/schema/index.ts';
import { type EndpointParts, graphqlEndpoint } from '../../../api/server/graphql-endpoint.ts';
import { queryPreparation } from '../../../api/server/prepared-queries.ts';
import { queryExecution } from '../../../api/server/query-execution.ts';
import { quickAnswers } from '../../../api/server/quick-answer.ts';
import { questionsPerTurn } from '../../../api/server/take-turns.ts';
import { createHandler, maxBodyBytes } from '../../../api/yoga.ts';

const context = { serviceTagFiles: [] };
const prepare = queryPreparation(schema);
const parts: EndpointParts = {
  handler: createHandler({ ...context, prepare }),
  readQuickly: quickAnswers({ prepare, execute: queryExecution(context) }),
  clientOf: () => 'a client',
  maxBodyBytes,
};
const endpoint = graphqlEndpoint(parts);

interface Response {
  readonly destroyed: boolean;
  readonly isAnswered: boolean;
  readonly status: number;
}

/** Sends a question whose body has come; a response that is destroyed is that to a client who has gone. */
function send(query: string, destroyed = false, to = endpoint): Response {
  const body = Buffer.from(JSON.stringify({ query }));
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
  const request = Object.assign(new EventEmitter(), { method: 'POST', url: '/graphql', headers });
  const response = {
    destroyed,
    isAnswered: false,
    status: 0,
    setHeader: () => response,
    writeHead(status: number) {
      response.status = status;
      return response;
    },
    end() {
      response.isAnswered = true;
    },
  };
  to.answer({
    request: request as unknown as IncomingMessage,
    response: response as unknown as ServerResponse,
    requestId: 'test',
  });
  request.emit('data', body);
  return response;
}

const validation = (number: number) => `mutation { a${number}: validateConfig(input: { deployment: {
  tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{ region: "westeurope" }]
} }) { verdict } }`;
const query = (number: number) => `{ a${number}: clouds { name } }`;
const count = 3 * questionsPerTurn;
const numbers = Array.from({ length: count }, (_, index) => index);

/** What is answered without delay once Yoga has answered one of each kind. */
async function learn(): Promise<void> {
  const first = [send(validation(count)), send(query(count))];
  await vi.waitFor(() => expect(first.map(({ isAnswered }) => isAnswered)).toEqual([true, true]));
  // The turn in which that was is over.
  await nextTurn();
  await nextTurn();
}

test.each<[what: string, text: (number: number) => string, perTurn: number]>([
  ['validations wait for their turns', validation, questionsPerTurn],
  ['long validations do', (number) => validation(number).padEnd(20_000), questionsPerTurn],
  ['long queries do', (number) => query(number).padEnd(20_000), questionsPerTurn],
  ['queries do not', query, count],
])('%s', async (_, text, perTurn) => {
  await learn();
  const before = { ...endpoint.counts };
  const responses = numbers.map((number) => send(text(number)));
  for (let begun = perTurn; begun <= count; begun += perTurn) {
    expect(responses.map(({ isAnswered }) => isAnswered)).toEqual(
      numbers.map((number) => number < begun),
    );
    await nextTurn();
  }
  expect(endpoint.counts).toEqual({ ...before, quick: before.quick + count });
});

test('a query is answered beside validations that wait', async () => {
  await learn();
  const responses = numbers.map((number) => send(validation(number)));
  expect(send(query(0)).isAnswered).toBe(true);
  expect(responses.at(-1)?.isAnswered).toBe(false);
  await vi.waitFor(() => expect(responses.every(({ isAnswered }) => isAnswered)).toBe(true));
});

test('whoever has gone while waiting gets no answer', async () => {
  await learn();
  const before = { ...endpoint.counts };
  const responses = numbers.map((number) => send(validation(number), true));
  for (const _ of numbers) await nextTurn();
  expect(responses.some(({ isAnswered }) => isAnswered)).toBe(false);
  expect(endpoint.counts).toEqual(before);
});

test('what fails unforeseen costs one answer', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const failing = graphqlEndpoint({
    ...parts,
    readQuickly() {
      throw new RangeError('unforeseen');
    },
  });
  const first = send(query(0), false, failing);
  await vi.waitFor(() => expect(first).toMatchObject({ isAnswered: true, status: 200 }));
  expect(send(query(1), false, failing)).toMatchObject({ isAnswered: true, status: 500 });
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
