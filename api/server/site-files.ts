/** Serves the built site: its files, its own page for what is not there, and a note while it is not built. */

import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { lookup } from 'mrmime';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';
import type { ApiResponse } from '../request/api-request.ts';
import { siteHeaders } from '../request/headers.ts';
import { snapshotPath } from '../request/snapshot-path.ts';
import { schema } from '../schema/index.ts';
import { printed } from '../schema/printed.ts';
import {
  type Exchange,
  type FileOnDisk,
  type StoredResponse,
  sendResponse,
  sendStored,
  storedFile,
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

/** Milliseconds after which a site that is built anew is found. */
const checkTime = 1_000;
const headersOf = (address: string, type: string) => ({
  ...siteHeaders(address),
  'content-type': type,
  vary: 'accept-encoding',
});

/** The files of a directory by their addresses: no other file is served. */
function indexOf(directory: string): ReadonlyMap<string, StoredResponse> {
  const stats = new Map<string, FileOnDisk & { readonly etag: string }>();
  for (const name of readdirSync(directory, { recursive: true }) as string[]) {
    const path = join(directory, name);
    const stat = statSync(path);
    const etag = `W/"${stat.size}-${stat.mtimeMs}"`;
    if (stat.isFile()) stats.set(`/${name.split(sep).join('/')}`, { path, size: stat.size, etag });
  }
  const files = new Map<string, StoredResponse>();
  for (const [address, file] of stats) {
    const type = typeOf(address);
    const headers = headersOf(address, type.startsWith('text/') ? `${type}; charset=utf-8` : type);
    const stored = storedFile(headers, file.etag, file, stats.get(`${address}.gz`));
    const [folder, rest] = address.split(/(?<=\/)index\.html$/);
    files.set(address, stored);
    if (folder === undefined || rest === undefined) continue;
    files.set(folder, stored);
    if (folder !== '/') files.set(folder.slice(0, -1), stored);
  }
  return files;
}

function snapshotOf(address: string, { bytes }: ServiceTagFile): StoredResponse {
  const headers = headersOf(address, 'application/octet-stream');
  const text = Buffer.from(bytes);
  const stored = storedResponse({ status: 200, headers, text, isCacheable: true }, true);
  // It is compressed in itself.
  return { ...stored, compressed: stored.plain };
}

/** The schema, for code generators that come before the site is built. */
function schemaText(): ApiResponse {
  const headers = headersOf('/schema.graphql', 'text/plain; charset=utf-8');
  return { status: 200, headers, text: printed(schema), isCacheable: true };
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
 * the built site, pages get those that the server computes with.
 */
export function siteFiles(
  directory: string,
  serviceTagFiles: readonly ServiceTagFile[],
): (exchange: Exchange) => void {
  let files: ReadonlyMap<string, StoredResponse> | undefined;
  let builtAt: number | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;
  const byPath = new Map(serviceTagFiles.map((file) => [snapshotPath(file.cloud), file]));
  const snapshots = new Map<string, StoredResponse>();

  function snapshotAt(address: string): StoredResponse | undefined {
    const file = byPath.get(address);
    if (file && !snapshots.has(address)) snapshots.set(address, snapshotOf(address, file));
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

  return (exchange) => {
    const { method, url } = exchange.request;
    const address = addressOf(url);
    const refuse = (status: number, text: string, more?: Record<string, string>) =>
      sendResponse(exchange, textResponse(status, text, { ...siteHeaders('/'), ...more }));
    if (method !== 'GET' && method !== 'HEAD') {
      refuse(405, 'method not allowed\n', { allow: 'GET, HEAD' });
      return;
    }
    const index = current();
    const stored = snapshotAt(address) ?? index?.get(address);
    const missing = index?.get('/404.html');
    if (stored) sendStored(exchange, stored);
    else if (missing) sendStored(exchange, { ...missing, status: 404 });
    else if (index) refuse(404, 'not found\n');
    else if (address === '/schema.graphql') sendResponse(exchange, schemaText());
    else refuse(503, notBuilt, { 'retry-after': '30' });
  };
}
