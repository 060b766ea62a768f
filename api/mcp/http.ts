/** The MCP server over HTTP, without sessions: each request is answered by itself, within the limits of the API. */

import { createMcpHandler } from '@modelcontextprotocol/server';
import type { ApiRequest, ApiResponse } from '../request/api-request.ts';
import { noSniff, noStore, openCors } from '../request/headers.ts';
import { badRequest, refused } from '../request/refusal.ts';
import { bounded } from '../request/respond.ts';
import type { McpRequest } from './request.ts';
import { createMcpServer } from './server.ts';
import type { Execute } from './tools.ts';

type AskApi = (request: ApiRequest) => ApiResponse | Promise<ApiResponse>;

/** Values in the lists and objects of one message; the reader of arguments makes an error of each that is wrong. */
const maxValues = 20_000;
const tooManyValues = badRequest(
  `the message has too many values; accepted: at most ${maxValues}; send a document as one text`,
);

/** Whether a message holds no more values than are accepted. */
function holdsFewValues(message: unknown): boolean {
  const left = [message];
  let count = 0;
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    const held = Object.values(value);
    count += held.length;
    if (count > maxValues) return false;
    left.push(...held);
  }
  return true;
}

/** The message; undefined where it is no JSON, which the protocol explains. */
function readMessage(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The response to one message. */
export async function respondToMcp(
  { method, headers }: McpRequest,
  sent: string,
  ask: AskApi,
): Promise<ApiResponse> {
  // The handler skips a byte order mark; what it reads must be judged here.
  const body = sent.replace(/^\ufeff+/, '');
  if (!holdsFewValues(readMessage(body))) return refused(tooManyValues);
  const handler = createMcpHandler(() => createMcpServer(executeBy(ask)), {
    // A subscription would hold a connection, and no table changes while the server runs.
    maxSubscriptions: 0,
  });
  const response = await handler.fetch(
    new Request('http://localhost/mcp', { method, headers, body }),
  );
  const type = response.headers.get('content-type');
  return bounded({
    status: response.status,
    headers: {
      ...openCors,
      ...noStore,
      ...noSniff,
      ...(type !== null && { 'content-type': type }),
    },
    text: await response.text(),
    isCacheable: false,
  });
}

const executeBy =
  (ask: AskApi): Execute =>
  async ({ text: query }, variables) => {
    const json = 'application/json';
    const { text } = await ask({
      method: 'POST',
      url: '/graphql',
      type: json,
      accept: json,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = JSON.parse(text);
    if (errors) throw new Error(errors.map((one: { message: string }) => one.message).join('; '));
    return data;
  };
