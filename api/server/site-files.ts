/** Serves the built site: its files, its own page for what is not there, and a note while it is not built. */

import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { lookup } from 'mrmime';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';
import { siteHeaders } from '../request/headers.ts';
import { isUnchanged, takesGzip } from '../request/negotiation.ts';
import { snapshotPath } from '../request/snapshot-path.ts';
import { schema } from '../schema/index.ts';
import { printed } from '../schema/printed.ts';
import type { HeldBytes } from './held-bytes.ts';
import {
  type Exchange,
  type StoredResponse,
  sendResponse,
  sendStored,
  storedResponse,
  textResponse,
} from './stored-response.ts';

/** The library knows no GraphQL. */
const typeOf = (path: string): string =>
  path.endsWith('.graphql') ? 'text/plain' : (lookup(path) ?? 'application/octet-stream');

const notBuilt = `APIM Network Atlas: the site is not built yet.

Build it with: npm run build
The GraphQL API works without it: /graphql, and its schema is at /schema.graphql
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

const headersOf = (address: string, type: string) => ({
  ...siteHeaders(address),
  'content-type': type,
  vary: 'accept-encoding',
});

/** The files of a directory by their addresses: no other file is served. */
function indexOf(directory: string): ReadonlyMap<string, SiteFile> {
  const files = new Map<string, SiteFile>();
  for (const name of readdirSync(directory, { recursive: true }) as string[]) {
    const path = join(directory, name);
    const address = `/${name.split(sep).join('/')}`;
    const stats = statSync(path);
    if (!stats.isFile()) continue;
    const { size, mtimeMs } = stats;
    const type = typeOf(address);
    const etag = `W/"${size}-${mtimeMs}"`;
    const headers = headersOf(address, type.startsWith('text/') ? `${type}; charset=utf-8` : type);
    const file = { address, path, size, etag, headers: { ...headers, etag } };
    files.set(address, file);
    if (!address.endsWith('/index.html')) continue;
    const folder = address.slice(0, -'index.html'.length);
    files.set(folder, file);
    if (folder !== '/') files.set(folder.slice(0, -1), file);
  }
  return files;
}

let sdl: StoredResponse | undefined;

/** The schema, for code generators that come before the site is built. */
function schemaText(): StoredResponse {
  const headers = headersOf('/schema.graphql', 'text/plain; charset=utf-8');
  sdl ??= storedResponse({ status: 200, headers, text: printed(schema), isCacheable: true }, true);
  return sdl;
}

function addressOf(url = ''): string {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '');
  } catch {
    return '';
  }
}

/**
 * The files in `directory`; a site that is built later is served without a restart. In place of the service-tag prefixes of
 * the built site, pages get those that the server computes with. `unread` counts the bytes that clients do not read.
 */
export function siteFiles(
  directory: string,
  serviceTagFiles: readonly ServiceTagFile[],
  unread: HeldBytes,
): (exchange: Exchange) => void {
  let files: ReadonlyMap<string, SiteFile> | undefined;
  let builtAt: number | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;
  const byPath = new Map(serviceTagFiles.map((file) => [snapshotPath(file.cloud), file]));
  const snapshots = new Map<string, StoredResponse>();

  function snapshotAt(address: string): StoredResponse | undefined {
    const file = byPath.get(address);
    const known = snapshots.get(address);
    if (file === undefined || known !== undefined) return known;
    const headers = headersOf(address, 'application/octet-stream');
    const text = Buffer.from(file.bytes);
    const { plain, ...rest } = storedResponse(
      { status: 200, headers, text, isCacheable: true },
      true,
    );
    // It is compressed in itself.
    snapshots.set(address, { ...rest, plain, compressed: plain });
    return snapshots.get(address);
  }

  function current(): typeof files {
    if (files && performance.now() - checkedAt < checkTime) return files;
    checkedAt = performance.now();
    const changedAt = statSync(join(directory, 'index.html'), { throwIfNoEntry: false })?.mtimeMs;
    if (changedAt !== builtAt) files = changedAt === undefined ? undefined : indexOf(directory);
    builtAt = changedAt;
    return files;
  }

  function send({ request, response, client }: Exchange, status: number, file: SiteFile): void {
    const { method, headers } = request;
    if (status === 200 && isUnchanged(headers['if-none-match'], file.etag)) {
      const { 'content-type': _, ...told } = file.headers;
      response.writeHead(304, told).end();
      return;
    }
    // The same, compressed when the site was built.
    const compressed = takesGzip(headers['accept-encoding'])
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
    const holding = unread.hold(client(), () => response.destroy());
    holding.add(Math.min(size, heldOfFile));
    // A file that goes away while it is sent, as in a build, ends the response and not the server.
    const stream = createReadStream(path).on('error', () => response.destroy());
    response.on('close', () => {
      holding.release();
      stream.destroy();
    });
    stream.pipe(response);
  }

  return (exchange) => {
    const { method, url } = exchange.request;
    const address = addressOf(url);
    const refuse = (status: number, text: string, more?: Record<string, string>) =>
      sendResponse(exchange, textResponse(status, text, { ...siteHeaders('/'), ...more }));
    if (method !== 'GET' && method !== 'HEAD') {
      refuse(405, 'method not allowed\n', { allow: 'GET, HEAD' });
      return;
    }
    const snapshot = snapshotAt(address);
    if (snapshot !== undefined) {
      sendStored(exchange, snapshot);
      return;
    }
    const index = current();
    const file = index?.get(address);
    const missing = index?.get('/404.html');
    if (index === undefined && address === '/schema.graphql') sendStored(exchange, schemaText());
    else if (index === undefined) refuse(503, notBuilt, { 'retry-after': '30' });
    else if (file !== undefined) send(exchange, 200, file);
    else if (missing !== undefined) send(exchange, 404, missing);
    else refuse(404, 'not found\n');
  };
}
