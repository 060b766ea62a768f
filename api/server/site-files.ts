/** Serves the built site: its files, its own page for what is not there, and a note while it is not built. */

import { createReadStream, readdirSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { siteHeaders } from '../request/headers.ts';
import type { HeldBytes } from './held-bytes.ts';
import { isUnchanged, takesGzip } from './negotiation.ts';

const notBuilt = `APIM Network Atlas: the site is not built yet.

Build it with: npm run build
The GraphQL API works without it: /graphql
`;

const types: Readonly<Record<string, string>> = {
  '.atom': 'application/atom+xml',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

interface SiteFile {
  readonly path: string;
  readonly size: number;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The same, compressed when the site was built. */
  gzip?: { readonly path: string; readonly size: number };
}

type Index = ReadonlyMap<string, SiteFile>;

/** Milliseconds after which a site that is built anew is found. */
const checkTime = 1_000;
/** What a stream and a connection hold of a file at most. */
const heldOfFile = 128 * 1024;

/** The files of a directory by their addresses: nothing else can be asked for. */
function indexOf(directory: string): Index {
  const files = new Map<string, SiteFile>();
  const names = readdirSync(directory, { recursive: true }) as string[];
  const entries = names.map((name) => {
    const path = join(directory, name);
    return { address: `/${name.split(sep).join('/')}`, path, stats: statSync(path) };
  });
  for (const { address, path, stats } of entries) {
    if (!stats.isFile()) continue;
    const etag = `W/"${stats.size}-${stats.mtimeMs}"`;
    const type = types[extname(path)] ?? 'application/octet-stream';
    const headers = {
      ...siteHeaders(address),
      'content-type': type,
      vary: 'accept-encoding',
      etag,
    };
    files.set(address, { path, size: stats.size, etag, headers });
  }
  for (const [address, file] of [...files]) {
    const plain = address.endsWith('.gz') ? files.get(address.slice(0, -3)) : undefined;
    if (plain) plain.gzip = { path: file.path, size: file.size };
    if (!address.endsWith('/index.html')) continue;
    const folder = address.slice(0, -'index.html'.length);
    files.set(folder, file);
    if (folder !== '/') files.set(folder.slice(0, -1), file);
  }
  return files;
}

function addressOf({ url = '' }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '');
  } catch {
    return undefined;
  }
}

function sendText(response: ServerResponse, status: number, text: string, more: object = {}): void {
  const headers = { ...siteHeaders('/'), 'content-type': types['.txt'], ...more };
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text);
}

export type SiteFiles = (
  request: IncomingMessage,
  response: ServerResponse,
  client: string,
) => void;

/** A request listener for the files in `directory`. A site that is built later is served without a restart. */
export function siteFiles(directory: string, unread: HeldBytes): SiteFiles {
  let files: Index | undefined;
  let builtAt = 0;
  let checkedAt = Number.NEGATIVE_INFINITY;

  function current(): Index | undefined {
    if (performance.now() - checkedAt < checkTime && files) return files;
    checkedAt = performance.now();
    const changed = statSync(join(directory, 'index.html'), { throwIfNoEntry: false })?.mtimeMs;
    if (changed === undefined) files = undefined;
    else if (files === undefined || changed !== builtAt) files = indexOf(directory);
    builtAt = changed ?? 0;
    return files;
  }

  function send(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    file: SiteFile,
    client: string,
  ): void {
    const gzip = takesGzip(request.headers['accept-encoding'] as string) ? file.gzip : undefined;
    if (status === 200 && isUnchanged(request.headers['if-none-match'], file.etag)) {
      const { 'content-type': _, ...headers } = file.headers;
      response.writeHead(304, headers).end();
      return;
    }
    const { path, size } = gzip ?? file;
    response.writeHead(status, {
      ...file.headers,
      ...(gzip && { 'content-encoding': 'gzip' }),
      'content-length': size,
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    const holding = unread.hold(client, () => response.destroy());
    holding.add(Math.min(size, heldOfFile));
    // A file that goes away while it is sent, as in a build, ends the response and not the server.
    const stream = createReadStream(path).on('error', () => response.destroy());
    response.on('close', () => {
      holding.release();
      stream.destroy();
    });
    stream.pipe(response);
  }

  return (request, response, client) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const index = isRead ? current() : undefined;
    const file = index?.get(addressOf(request) ?? '');
    const missing = index?.get('/404.html');
    if (!isRead) sendText(response, 405, 'method not allowed\n', { allow: 'GET, HEAD' });
    else if (index === undefined) sendText(response, 503, notBuilt, { 'retry-after': '30' });
    else if (file !== undefined) send(request, response, 200, file, client);
    else if (missing !== undefined) send(request, response, 404, missing, client);
    else sendText(response, 404, 'not found\n');
  };
}
