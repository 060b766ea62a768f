/** Gives pages the service-tag prefixes that the server itself computes with, in place of those of the built site. */

import { createHash } from 'node:crypto';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';
import { siteHeaders } from '../request/headers.ts';
import { isUnchanged } from '../request/negotiation.ts';
import { snapshotPath } from '../request/snapshot-path.ts';
import type { SiteFiles } from './site-files.ts';

/** The site with these files at the addresses of its own. */
export function withSnapshots(site: SiteFiles, files: readonly ServiceTagFile[]): SiteFiles {
  const fileByPath = new Map(files.map((file) => [snapshotPath(file.cloud), file]));
  const tagByFile = new Map<ServiceTagFile, string>();
  const tagOf = (file: ServiceTagFile) => {
    const tag =
      tagByFile.get(file) ??
      `"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 22)}"`;
    tagByFile.set(file, tag);
    return tag;
  };
  return (request, response, client) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    const file = fileByPath.get(path);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (file === undefined || !isRead) {
      site(request, response, client);
      return;
    }
    const etag = tagOf(file);
    const headers = { ...siteHeaders(path), etag };
    if (isUnchanged(request.headers['if-none-match'], etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    const { bytes } = file;
    response.writeHead(200, {
      ...headers,
      'content-type': 'application/octet-stream',
      'content-length': bytes.length,
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
}
