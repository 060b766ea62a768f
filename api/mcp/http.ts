/** The MCP server over HTTP, without sessions: each request is answered by itself, within the limits of the API. */

import { createMcpHandler } from '@modelcontextprotocol/server';
import type { ApiRequest, ApiResponse } from '../request/api-request.ts';
import { noSniff, noStore, openCors } from '../request/headers.ts';
import { createMcpServer } from './server.ts';
import type { Execute } from './tools.ts';

export interface McpRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

export type AskApi = (request: ApiRequest) => ApiResponse | Promise<ApiResponse>;

export async function respondToMcp(
  { method, headers, body }: McpRequest,
  ask: AskApi,
): Promise<ApiResponse> {
  const handler = createMcpHandler(() => createMcpServer(executeBy(ask)), {
    // A subscription would hold a connection, and no table changes while the server runs.
    maxSubscriptions: 0,
  });
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const response = await handler.fetch(
    new Request('http://localhost/mcp', {
      method,
      headers: protocolHeaders(headers),
      ...(hasBody && { body }),
    }),
  );
  const type = response.headers.get('content-type');
  const allow = response.headers.get('allow');
  return {
    status: response.status,
    headers: {
      ...openCors,
      ...noStore,
      ...noSniff,
      ...(type !== null && { 'content-type': type }),
      ...(allow !== null && { allow }),
    },
    text: await response.text(),
    isCacheable: false,
  };
}

function protocolHeaders(headers: McpRequest['headers']): Headers {
  const own = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (/^(accept|content-type|mcp-.*)$/.test(name) && typeof value === 'string') {
      own.set(name, value);
    }
  }
  return own;
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
