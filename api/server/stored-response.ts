/**
 * A response ready to be sent, again and again: its bytes, the compressed bytes, made once, and a strong entity tag for each
 * of both.
 */

import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ApiResponse } from '../request/request-state.ts';
import { isUnchanged, takesGzip } from './negotiation.ts';

const compress = promisify(gzip);

/** Below this the headers of compression weigh more than it saves. */
const minCompressed = 1024;
/** node:http copies a short string behind the head, which saves a write; above this the copy costs more. */
const maxString = 4096;

/** A request to the API and the response to it. */
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

export interface StoredResponse {
  readonly status: number;
  readonly headers: ApiResponse['headers'];
  readonly plain: Encoded;
  compressed?: Encoded;
}

/** An entity tag of a text, by its SHA-256 in base64url. */
export const entityTag = (digest: string): string => `"${digest.slice(0, 22)}"`;

function encoded(
  headers: ApiResponse['headers'],
  body: string | Buffer,
  length: number,
  etag: string | undefined,
  contentEncoding?: string,
): Encoded {
  const more = {
    ...headers,
    ...(contentEncoding && { 'content-encoding': contentEncoding }),
    ...(etag && { etag }),
    'content-length': String(length),
  };
  // As many characters as bytes: each character is a byte.
  const encoding = body.length === length ? 'latin1' : 'utf8';
  const held = typeof body === 'string' && length > maxString ? Buffer.from(body, encoding) : body;
  return { body: held, length, encoding, etag, head: Object.entries(more).flat() };
}

export function storedResponse(
  { status, headers, text, isCacheable }: ApiResponse,
  isGet: boolean,
): StoredResponse {
  const length = Buffer.byteLength(text);
  const etag = isCacheable && isGet ? entityTag(hash('sha256', text, 'base64url')) : undefined;
  return { status, headers, plain: encoded(headers, text, length, etag) };
}

/** What it takes to hold a response: the body, the headers, and the compressed bytes that may come later. */
export function bytesOf({ plain }: StoredResponse): number {
  return Math.ceil(plain.length * 1.5) + 2000;
}

async function compressed(response: StoredResponse): Promise<Encoded> {
  const { body, etag } = response.plain;
  const bytes = await compress(body);
  const tag = etag?.replace(/"$/, '-gzip"');
  response.compressed = encoded(response.headers, bytes, bytes.length, tag, 'gzip');
  return response.compressed;
}

function write(
  { request, response, requestId }: Exchange,
  status: number,
  { body, encoding, etag, head }: Encoded,
): void {
  if (isUnchanged(request.headers['if-none-match'], etag)) {
    const kept = head.flatMap((name, index) =>
      index % 2 === 0 && !name.startsWith('content-') ? [name, head[index + 1] as string] : [],
    );
    response.writeHead(304, [...kept, 'x-request-id', requestId]).end();
    return;
  }
  response.writeHead(status, [...head, 'x-request-id', requestId]);
  if (request.method === 'HEAD' || body.length === 0) response.end();
  else response.end(body, encoding);
}

/** Sends a response in the encoding that the client takes; waits only where it is compressed for the first time. */
export function sendResponse(
  exchange: Exchange,
  response: StoredResponse,
): undefined | Promise<void> {
  const { plain, status } = response;
  const isCompressed =
    plain.length >= minCompressed &&
    takesGzip(exchange.request.headers['accept-encoding'] as string);
  const ready = isCompressed ? response.compressed : plain;
  if (ready === undefined) {
    return compressed(response).then((made) => write(exchange, status, made));
  }
  write(exchange, status, ready);
  return undefined;
}
