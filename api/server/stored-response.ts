/** A response ready to be sent, again and again: its bytes, the compressed bytes, made once, and an entity tag for each of both. */

import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ApiResponse } from '../request/api-request.ts';
import { isUnchanged, takesGzip } from '../request/negotiation.ts';

const compress = promisify(gzip);
/** Below this the headers of compression weigh more than it saves. */
const minCompressed = 1024;
/** node:http copies a short string behind the head, which saves a write; above this the copy costs more. */
const maxString = 4096;

/** A request and the response to it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
}

interface Encoded {
  readonly body: string | Buffer;
  readonly length: number;
  readonly encoding: 'latin1' | 'utf8';
  readonly etag: string | undefined;
  /** Names and values in turn, as node:http writes them fastest. */
  readonly head: readonly string[];
}

export interface StoredResponse extends Pick<ApiResponse, 'status' | 'headers'> {
  readonly plain: Encoded;
  compressed?: Encoded;
}

function encoded(
  headers: ApiResponse['headers'],
  content: string | Buffer,
  etag: string | undefined,
  isCompressed: boolean,
): Encoded {
  const length = Buffer.byteLength(content);
  const all = {
    ...headers,
    ...(isCompressed && { 'content-encoding': 'gzip' }),
    ...(etag && { etag }),
    'content-length': String(length),
  };
  const body = length > maxString ? Buffer.from(content) : content;
  // As many characters as bytes: each character is a byte.
  const encoding = content.length === length ? 'latin1' : 'utf8';
  return { body, length, encoding, etag, head: Object.entries(all).flat() };
}

export function storedResponse(
  { status, headers, text, isCacheable }: ApiResponse,
  isGet: boolean,
): StoredResponse {
  const etag =
    isCacheable && isGet ? `"${hash('sha256', text, 'base64url').slice(0, 22)}"` : undefined;
  return { status, headers, plain: encoded(headers, text, etag, false) };
}

/** What it takes to hold a response: the body, the headers, and the compressed bytes that may come later. */
export const bytesOf = ({ plain }: StoredResponse): number => Math.ceil(plain.length * 1.5) + 2000;

async function compressed({ headers, plain }: StoredResponse): Promise<Encoded> {
  return encoded(headers, await compress(plain.body), plain.etag?.replace(/"$/, '-gzip"'), true);
}

function write(exchange: Exchange, status: number, { body, encoding, etag, head }: Encoded): void {
  const { request, response, requestId } = exchange;
  if (isUnchanged(request.headers['if-none-match'], etag)) {
    const isTold = (_: string, index: number) => !head[index & ~1]?.startsWith('content-');
    response.writeHead(304, [...head.filter(isTold), 'x-request-id', requestId]).end();
    return;
  }
  response.writeHead(status, [...head, 'x-request-id', requestId]);
  response.end(request.method === 'HEAD' ? '' : body, encoding);
}

/** Sends a response in the encoding that the client takes; waits only where it is compressed for the first time. */
export function sendResponse(
  exchange: Exchange,
  stored: StoredResponse,
): undefined | Promise<void> {
  const { plain, status } = stored;
  const isCompressed =
    plain.length >= minCompressed &&
    takesGzip(exchange.request.headers['accept-encoding'] as string);
  const ready = isCompressed ? stored.compressed : plain;
  if (ready) {
    write(exchange, status, ready);
    return undefined;
  }
  return compressed(stored).then((made) => {
    stored.compressed = made;
    write(exchange, status, made);
  });
}
