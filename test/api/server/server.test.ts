/** The server as a listener: site, API and health on one port, whatever a client sends, and a graceful stop. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { schema } from '../../../api/schema/index.ts';
import { printed } from '../../../api/schema/printed.ts';
import { type RunningServer, startServer } from '../../../api/server/index.ts';

const options = { port: 0, host: '127.0.0.1', serviceTagFiles: [] };
const site = mkdtempSync(join(tmpdir(), 'atlas-site-'));

function writeSite(directory: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Sends a path as it is; fetch would tidy it up. */
function get(server: RunningServer, path: string, headers = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const request = httpRequest({ hostname, port, path, method, headers, agent: false });
    request.on('error', reject).on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body }),
      );
    });
    request.end();
  });
}

let server: RunningServer;

beforeAll(async () => {
  writeSite(site, {
    'index.html': '<h1>Atlas</h1>',
    '404.html': '<h1>Not there</h1>',
    'regions/westeurope/index.html': '<h1>West Europe</h1>',
    '_astro/page.abc123.css': 'h1 { color: navy }',
    'data/v1/regions.json': '{}',
    'guide.txt': 'plain',
    'guide.txt.gz': 'compressed',
  });
  writeFileSync(`${site}-secret.txt`, 'secret');
  server = await startServer(options, site);
});

afterAll(async () => {
  await server.stop();
  rmSync(site, { recursive: true });
  rmSync(`${site}-secret.txt`);
});

describe('the server', () => {
  it('is healthy', async () => {
    expect(await get(server, '/health')).toMatchObject({ status: 200, body: 'ok' });
  });

  it('answers the API', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ clouds { name } }' }),
    });
    expect(response.status).toBe(200);
    expect((await response.json()) as object).toEqual({
      data: { clouds: [{ name: 'PUBLIC' }, { name: 'US_GOVERNMENT' }, { name: 'CHINA' }] },
    });
  });

  test.each([
    ['/', 200, '<h1>Atlas</h1>'],
    ['/?from=mail', 200, '<h1>Atlas</h1>'],
    ['/regions/westeurope/', 200, '<h1>West Europe</h1>'],
    ['/regions/westeurope', 200, '<h1>West Europe</h1>'],
    ['/guide.txt', 200, 'plain'],
    ['/nothing/here', 404, '<h1>Not there</h1>'],
    ['/__proto__', 404, '<h1>Not there</h1>'],
    ['/%E0%A4%A', 404, '<h1>Not there</h1>'],
    ['/%00', 404, '<h1>Not there</h1>'],
    [`/../${site.split('/').at(-1)}-secret.txt`, 404, '<h1>Not there</h1>'],
    [`/..%2f${site.split('/').at(-1)}-secret.txt`, 404, '<h1>Not there</h1>'],
  ])('answers %s with %i', async (path, status, body) => {
    expect(await get(server, path)).toMatchObject({ status, body });
  });

  it('lets pages be revalidated and hashed files be cached', async () => {
    const page = await get(server, '/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const style = await get(server, '/_astro/page.abc123.css');
    expect(style.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/', '/_astro/page.abc123.css', '/data/v1/regions.json', '/guide.txt'])(
    'repeats in a 304 for %s what it told caches',
    async (path) => {
      const told = ['cache-control', 'etag', 'vary', 'access-control-allow-origin'];
      const first = await get(server, path);
      const again = await get(server, path, { 'if-none-match': first.headers.etag });
      expect(again).toMatchObject({ status: 304, body: '' });
      expect(told.map((name) => again.headers[name])).toEqual(
        told.map((name) => first.headers[name]),
      );
    },
  );

  it('says how text is encoded', async () => {
    const { headers } = await get(server, '/guide.txt');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  it('lets pages of other origins read the tables for machines, and nothing else', async () => {
    const origins = await Promise.all(
      ['/data/v1/regions.json', '/guide.txt'].map(async (path) => {
        const { headers } = await get(server, path);
        return headers['access-control-allow-origin'];
      }),
    );
    expect(origins).toEqual(['*', undefined]);
  });

  it('sends a file that is compressed already', async () => {
    const { headers, body } = await get(server, '/guide.txt', { 'accept-encoding': 'gzip' });
    expect([headers['content-encoding'], body]).toEqual(['gzip', 'compressed']);
  });

  it('answers HEAD without a body', async () => {
    expect(await get(server, '/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  test.each<[what: string, path: string, headers: object, method: string, status: number]>([
    ['a page by POST', '/', {}, 'POST', 405],
    ['an impossible range', '/', { range: 'bytes=9-2' }, 'GET', 200],
    ['a path without a slash', 'constructor', {}, 'GET', 400],
    ['a broken Host header', '/graphql?query={clouds{name}}', { host: '[' }, 'GET', 200],
  ])('survives %s', async (_, path, headers, method, status) => {
    expect((await get(server, path, headers, method)).status).toBe(status);
    expect((await get(server, '/health')).status).toBe(200);
  });
});

describe('a site that is not built', () => {
  it('is announced, and served once it is there', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'atlas-empty-'));
    const early = await startServer(options, join(directory, 'dist'));
    const before = await get(early, '/');
    expect(before.status).toBe(503);
    expect(before.body).toContain('npm run build');
    expect((await get(early, '/graphql?query={clouds{name}}')).status).toBe(200);
    const sdl = await get(early, '/schema.graphql');
    expect(sdl).toMatchObject({ status: 200, body: printed(schema) });
    expect(sdl.headers['content-type']).toBe('text/plain; charset=utf-8');
    writeSite(join(directory, 'dist'), { 'index.html': 'built' });
    expect(await get(early, '/')).toMatchObject({ status: 200, body: 'built' });
    expect(await get(early, '/nothing')).toMatchObject({ status: 404, body: 'not found\n' });
    await early.stop();
    rmSync(directory, { recursive: true });
  });
});

describe('a server that stops', () => {
  it('finishes what is running, then refuses connections', async () => {
    const stopping = await startServer(options, site);
    const { hostname, port } = new URL(stopping.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
    });
    const body = JSON.stringify({ query: '{ clouds { name } }' });
    const head = [
      'POST /graphql HTTP/1.1',
      'Host: localhost',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    ].join('\r\n');
    socket.write(`${head}\r\n\r\n${body.slice(0, 5)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));

    const stopped = stopping.stop();
    socket.write(body.slice(5));
    await stopped;
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(answer).toContain('US_GOVERNMENT');
    await expect(get(stopping, '/health')).rejects.toThrow();
  });

  it('does not wait for connections that are kept alive', async () => {
    const stopping = await startServer(options, site);
    await (await fetch(`${stopping.url}/health`)).text();
    const closeAll = vi.spyOn(Server.prototype, 'closeAllConnections');
    await stopping.stop();
    // The last resort of a stop that waited for its connections in vain.
    expect(closeAll).not.toHaveBeenCalled();
    closeAll.mockRestore();
  });
});
