/** Serves the built site: its files, and its own page for what is not there. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { lookup } from 'mrmime';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';
import { shippedServiceTagFiles } from '../../core/network/service-tags/shipped-files.ts';
import { siteHeaders } from '../request/headers.ts';
import { snapshotPath } from '../request/snapshot-path.ts';
import { methodNotAllowed, textResponse } from '../request/text-response.ts';
import {
  type Exchange,
  type FileOnDisk,
  type StoredResponse,
  sendResponse,
  sendStored,
  storedFile,
  storedResponse,
} from './stored-response.ts';

const notBuilt =
  'not found: the site is not built; run npm run build, and start the server again\n';

/** Types that the library does not know. */
const moreTypes = new Map([
  ['.graphql', 'text/plain'],
  ['.ico', 'image/x-icon'],
]);
const typeOf = (path: string): string =>
  moreTypes.get(extname(path)) ?? lookup(path) ?? 'application/octet-stream';

const headersOf = (address: string, type: string) => ({
  ...siteHeaders(address),
  'content-type': type,
  vary: 'accept-encoding',
});

/** The files of a directory by their addresses: no other file is served. */
function indexOf(directory: string): Map<string, StoredResponse> {
  const stats = new Map<string, FileOnDisk & { readonly etag: string }>();
  const names = existsSync(directory) ? readdirSync(directory, { recursive: true }) : [];
  for (const name of names as string[]) {
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
    const page = address.replace(/(?<=\/)index\.html$/, '');
    for (const name of [address, page, page.replace(/(?<=.)\/$/, '')]) files.set(name, stored);
  }
  return files;
}

/** In place of the prefixes of the built site, pages get those that the server computes with. */
function snapshotOf({ cloud, bytes }: ServiceTagFile): [address: string, StoredResponse] {
  const address = snapshotPath(cloud);
  const headers = headersOf(address, 'application/octet-stream');
  const text = Buffer.from(bytes);
  const stored = storedResponse({ status: 200, headers, text, isCacheable: true }, true);
  // It is compressed in itself.
  return [address, { ...stored, compressed: stored.plain }];
}

function addressOf(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

/** The files that `directory` has at the first request. */
export function siteFiles(
  directory: string,
  serviceTagFiles: readonly ServiceTagFile[],
): (exchange: Exchange) => void {
  const newer = serviceTagFiles.filter((file) => !shippedServiceTagFiles.includes(file));
  let files: ReadonlyMap<string, StoredResponse> | undefined;
  return (exchange) => {
    const { method } = exchange.request;
    if (method !== 'GET' && method !== 'HEAD') {
      sendResponse(exchange, methodNotAllowed(siteHeaders('/')));
      return;
    }
    files ??= new Map([...indexOf(directory), ...newer.map(snapshotOf)]);
    const stored = files.get(addressOf(exchange.path));
    const missing = files.get('/404.html');
    if (stored) sendStored(exchange, stored);
    else if (missing) sendStored(exchange, { ...missing, status: 404 });
    else sendResponse(exchange, textResponse(404, notBuilt, siteHeaders('/')));
  };
}
