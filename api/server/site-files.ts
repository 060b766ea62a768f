/** Serves the built site: its files, its own page for what is not there, and a note while it is not built. */

import { createReadStream, readdirSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { lookup } from 'mrmime';
import { siteHeaders } from '../request/headers.ts';
import { isUnchanged, takesGzip } from '../request/negotiation.ts';
import type { HeldBytes } from './held-bytes.ts';

const notBuilt = `APIM Network Atlas: the site is not built yet.

Build it with: npm run build
The GraphQL API works without it: /graphql
`;

interface SiteFile {
  readonly address: string;
  readonly path: string;
  readonly size: number;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Milliseconds after which a site that is built anew is found. */
const checkTime = 1_000;
/** What a stream and a connection hold of a file at most. */
const heldOfFile = 128 * 1024;

/** The files of a directory by their addresses: no other file is served. */
function indexOf(directory: string): ReadonlyMap<string, SiteFile> {
  const files = new Map<string, SiteFile>();
  for (const name of readdirSync(directory, { recursive: true }) as string[]) {
    const path = join(directory, name);
    const address = `/${name.split(sep).join('/')}`;
    const stats = statSync(path);
    if (!stats.isFile()) continue;
    const { size, mtimeMs } = stats;
    const type = lookup(address) ?? 'application/octet-stream';
    const etag = `W/"${size}-${mtimeMs}"`;
    const file = {
      address,
      path,
      size,
      etag,
      headers: {
        ...siteHeaders(address),
        'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
        vary: 'accept-encoding',
        etag,
      },
    };
    files.set(address, file);
    if (!address.endsWith('/index.html')) continue;
    const folder = address.slice(0, -'index.html'.length);
    files.set(folder, file);
    if (folder !== '/') files.set(folder.slice(0, -1), file);
  }
  return files;
}

function addressOf({ url = '' }: IncomingMessage): string {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '');
  } catch {
    return '';
  }
}

function sendText(response: ServerResponse, status: number, text: string, more: object = {}): void {
  const headers = { ...siteHeaders('/'), 'content-type': 'text/plain; charset=utf-8', ...more };
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text);
}

export type SiteFiles = (
  request: IncomingMessage,
  response: ServerResponse,
  client: string,
) => void;

/** A request listener for the files in `directory`. A site that is built later is served without a restart. */
export function siteFiles(directory: string, unread: HeldBytes): SiteFiles {
  let files: ReadonlyMap<string, SiteFile> | undefined;
  let builtAt: number | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;

  function current(): typeof files {
    if (files && performance.now() - checkedAt < checkTime) return files;
    checkedAt = performance.now();
    const changedAt = statSync(join(directory, 'index.html'), { throwIfNoEntry: false })?.mtimeMs;
    if (changedAt !== builtAt) files = changedAt === undefined ? undefined : indexOf(directory);
    builtAt = changedAt;
    return files;
  }

  function send(
    { method, headers }: IncomingMessage,
    response: ServerResponse,
    status: number,
    file: SiteFile,
    client: string,
  ): void {
    if (status === 200 && isUnchanged(headers['if-none-match'], file.etag)) {
      const { 'content-type': _, ...told } = file.headers;
      response.writeHead(304, told).end();
      return;
    }
    // The same, compressed when the site was built.
    const compressed = takesGzip(headers['accept-encoding'] as string)
      ? files?.get(`${file.address}.gz`)
      : undefined;
    const { path, size } = compressed ?? file;
    response.writeHead(status, {
      ...file.headers,
      ...(compressed && { 'content-encoding': 'gzip' }),
      'content-length': size,
    });
    if (method === 'HEAD') {
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
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendText(response, 405, 'method not allowed\n', { allow: 'GET, HEAD' });
      return;
    }
    const index = current();
    const file = index?.get(addressOf(request));
    const missing = index?.get('/404.html');
    if (index === undefined) sendText(response, 503, notBuilt, { 'retry-after': '30' });
    else if (file !== undefined) send(request, response, 200, file, client);
    else if (missing !== undefined) send(request, response, 404, missing, client);
    else sendText(response, 404, 'not found\n');
  };
}
