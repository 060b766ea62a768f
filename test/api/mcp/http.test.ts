/** `/mcp` of the server, driven by the client of the protocol's own SDK and by plain requests. */

import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningServer, startServer } from '../../../api/server/index.ts';
import { bicepNetwork, denySql } from '../../support/networks.ts';

// The first thread takes some seconds to load where the machine is busy.
vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 });

let server: RunningServer;
const client = new Client({ name: 'test', version: '1' });

beforeAll(async () => {
  server = await startServer({ port: 0 });
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', server.url)));
});
afterAll(async () => {
  await client.close();
  await server.stop();
});

it('answers the tools of agents', async () => {
  const files = [{ path: 'main.bicep', text: bicepNetwork([denySql]) }];
  const { content } = await client.callTool({ name: 'validate', arguments: { files } });
  const [part] = content as readonly { readonly text: string }[];
  expect(JSON.parse(part?.text ?? '')).toMatchObject({ verdict: 'FAIL', edits: [{}] });
});

it('has the tables as resources', async () => {
  const { contents } = await client.readResource({ uri: 'atlas://regions' });
  const [first] = contents as readonly { readonly text: string }[];
  expect(JSON.parse(first?.text ?? '').regions.length).toBeGreaterThan(50);
});

it('stops a validation that costs too much, as the API does', async () => {
  const deep = "[map(range(0,5000), lambda('x', map(range(0,5000), lambda('y', 1))))]";
  const document = JSON.stringify({
    resources: [{ type: 'Microsoft.ApiManagement/service', name: deep, location: 'westeurope' }],
  });
  // Where the machine is busy, the thread is stopped before it has counted the steps.
  const said = await client
    .callTool({ name: 'validate', arguments: { document } })
    .then(({ content, isError }) => JSON.stringify({ isError, content }), String);
  expect(said).toMatch(/"isError":true.*(steps|too much|limit)|TIME_LIMIT_EXCEEDED/);
});

const message = (files: readonly unknown[]) => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name: 'validate', arguments: { files } },
});

const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };

it('reads a large body in a thread, and answers others meanwhile', async () => {
  const call = JSON.stringify(message(Array.from({ length: 400_000 }, () => 0)));
  const large = Promise.all([post(call), post(call)]);
  let answered = 0;
  const isOver = large.then(() => true);
  do {
    expect((await fetch(new URL('/health', server.url))).status).toBe(200);
    answered += 1;
  } while ((await Promise.race([isOver, Promise.resolve(false)])) === false);
  for (const { status, text } of await large) {
    expect([400, 503]).toContain(status);
    if (status === 400) expect(text).toContain('the message has too many values');
  }
  expect(answered).toBeGreaterThan(3);
});

it.each(['', '\ufeff', '\ufeff\ufeff'])('counts the values behind %j', async (mark) => {
  const call = (count: number) => mark + JSON.stringify(message(Array(count).fill(0)));
  const few = await post(call(10));
  expect([few.status, few.text.includes('too many values')]).toEqual([200, false]);
  const many = await post(call(20_001));
  expect([many.status, many.text]).toEqual([400, expect.stringContaining('too many values')]);
});

async function post(body: string) {
  const response = await fetch(new URL('/mcp', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body,
  });
  return { status: response.status, text: await response.text() };
}

it('lets pages of other origins ask', async () => {
  const { status, headers } = await fetch(new URL('/mcp', server.url), { method: 'OPTIONS' });
  expect(status).toBe(204);
  expect(headers.get('access-control-allow-methods')).toContain('POST');
  expect(headers.get('access-control-allow-headers')).toBe('*');
});

describe('plain requests', () => {
  it.each([
    ['GET', undefined, 405],
    ['DELETE', undefined, 405],
    ['PUT', '{}', 405],
    ['POST', '{', 400],
    ['POST', JSON.stringify(Array.from({ length: 100 }, () => message([]))), 400],
    ['POST', `\ufeff${JSON.stringify([ping, ping])}`, 400],
    ['POST', `\ufeff\ufeff [${JSON.stringify(ping)}]`, 400],
    ['POST', 'x'.repeat(1024 * 1024 + 1), 413],
  ])('%s is refused as it should be', async (method, body, status) => {
    const response = await fetch(new URL('/mcp', server.url), {
      method,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      ...(body !== undefined && { body }),
    });
    expect(response.status).toBe(status);
    await response.text();
  });
});
