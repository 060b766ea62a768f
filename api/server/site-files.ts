/** Serves the built site: its files, its own page for what is not there, and a note while it is not built. */

import { existsSync, type ReadStream, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import { pageHeaders } from './security-headers.ts';
import { siteHeaders } from './site-headers.ts';

const notBuilt = `APIM Network Atlas: the site is not built yet.

Build it with: npm run build
The GraphQL API works without it: /graphql
`;

const security = Object.entries(pageHeaders);

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

function setSiteHeaders(response: ServerResponse, pathname: string): void {
  for (const [name, value] of Object.entries(siteHeaders(pathname)))
    response.setHeader(name, value);
}

/** sirv sends a 304 bare, which must repeat what caches were told with the file. */
function completeUnchanged({ headers, url = '' }: IncomingMessage, response: ServerResponse): void {
  const { writeHead } = response;
  response.writeHead = ((status: number, ...more: []) => {
    if (status === 304) {
      setSiteHeaders(response, url);
      response.setHeader('vary', 'Accept-Encoding');
      response.setHeader('etag', headers['if-none-match'] ?? '');
    }
    return writeHead.call(response, status, ...more);
  }) as typeof writeHead;
}

/** A file that goes away while it is sent, as in a build, ends the answer and not the server. */
function endTogether(file: ReadStream, response: ServerResponse): void {
  file.on('error', () => response.destroy());
  // A pipe leaves the file open where the client goes away.
  response.on('close', () => file.destroy());
}

/** Plain text has no place of its own to say how it is encoded. */
const textTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** A request listener for the files in `directory`. A site that is built later is served without a restart. */
export function siteFiles(directory: string) {
  const serve = sirv(directory, {
    // Looks files up on each request, so that a rebuilt site is found.
    dev: true,
    etag: true,
    gzip: true,
    setHeaders: (response, pathname) => {
      setSiteHeaders(response, pathname);
      const textType = textTypes[extname(pathname)];
      if (textType !== undefined) response.setHeader('content-type', textType);
    },
  });

  function notFound(response: ServerResponse): void {
    const page = join(directory, '404.html');
    if (existsSync(page)) {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(page));
    } else {
      sendText(response, 404, 'not found\n');
    }
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of security) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendText(response, 405, 'method not allowed\n');
    } else if (!existsSync(join(directory, 'index.html'))) {
      response.setHeader('retry-after', '30');
      sendText(response, 503, notBuilt);
    } else {
      // Ranges are of no use for pages, and sirv throws on some.
      delete request.headers.range;
      response.on('pipe', (file) => endTogether(file as ReadStream, response));
      completeUnchanged(request, response);
      serve(request, response, () => notFound(response));
    }
  };
}
