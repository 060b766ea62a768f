/** A response ready to be sent, again and again: its bytes or its file, the same compressed, and an entity tag for each of both. */

import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { redactingLogger } from '../plugins/redacting-logger.ts';
import type { ApiResponse } from '../request/api-request.ts';
import { isUnchanged, takesGzip } from '../request/negotiation.ts';
import { failure, refused } from '../request/refusal.ts';
import { keepAlive, limitQuietTime } from './connections.ts';
import type { HeldBytes } from './held-bytes.ts';

const compress = promisify(gzip);
/** Below this the headers of compression weigh more than it saves. */
const minCompressed = 1024;
/** node:http copies a string behind the head, which saves a write; above these the copy costs more, once or each time. */
const maxString = 64 * 1024;
const maxStringOften = 4096;
/** Headers that say what a body is, which a 304 has none of. */
const ofBody = new Set(['content-type', 'content-length', 'content-encoding']);
/** What a stream and a connection hold of a file at most. */
const heldOfFile = 128 * 1024;
/** Tells clients when the server closes an idle connection, so that none sends a request just then. */
const keepAliveHint = ['keep-alive', `timeout=${keepAlive}`];

/** A request and the response to it. */
export interface Exchange {
  readonly request: IncomingMessage;
  /** Of the target of the request, without its query. */
  readonly path: string;
  readonly response: ServerResponse;
  readonly requestId: string;
  /** Whose limits it counts to. */
  client(): string;
  /** Counts the bytes of responses that clients do not read. */
  readonly unread: HeldBytes;
}

export interface FileOnDisk {
  readonly path: string;
  readonly size: number;
}

interface Encoded {
  readonly body: string | Uint8Array;
  /** The file that has the body. */
  readonly file: FileOnDisk | undefined;
  readonly length: number;
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
  content: Encoded['body'],
  etag: string | undefined,
  file?: FileOnDisk,
): Encoded {
  const length = file?.size ?? Buffer.byteLength(content);
  const head: string[] = [];
  for (const name of Object.keys(headers)) head.push(name, headers[name] as string);
  if (etag) head.push('etag', etag);
  head.push('content-length', String(length));
  // As many characters as bytes: each character is a byte.
  const isShort = length <= maxString && content.length === length;
  const body = typeof content === 'string' && !isShort ? Buffer.from(content) : content;
  return { body, file, length, etag, head };
}

/** With an entity tag where it is cacheable and for GET. */
export function storedResponse(
  { status, headers, text, isCacheable }: Omit<ApiResponse, 'text'> & { text: string | Uint8Array },
  isGet = false,
): StoredResponse {
  const etag =
    isCacheable && isGet ? `"${hash('sha256', text, 'base64url').slice(0, 22)}"` : undefined;
  return { status, headers, plain: encoded(headers, text, etag) };
}

/** The same response, ready to be sent many times. */
export function toBeSentOften(stored: StoredResponse): StoredResponse {
  const { body, length } = stored.plain;
  if (typeof body !== 'string' || length <= maxStringOften) return stored;
  return { ...stored, plain: { ...stored.plain, body: Buffer.from(body, 'latin1') } };
}

/** A file, and the same file compressed if there is one. */
export function storedFile(
  headers: ApiResponse['headers'],
  etag: string,
  file: FileOnDisk,
  gzipped?: FileOnDisk,
): StoredResponse {
  const plain = encoded(headers, '', etag, file);
  const gzip = { ...headers, 'content-encoding': 'gzip' };
  const compressed = gzipped ? encoded(gzip, '', etag, gzipped) : plain;
  return { status: 200, headers, plain, compressed };
}

/** What it takes to hold a response: the body, the headers, and the compressed bytes that may come later. */
export const bytesOf = ({ plain }: StoredResponse): number => Math.ceil(plain.length * 1.5) + 2000;

async function compressed({ headers, plain }: StoredResponse): Promise<Encoded> {
  const etag = plain.etag?.replace(/"$/, '-gzip"');
  return encoded({ ...headers, 'content-encoding': 'gzip' }, await compress(plain.body), etag);
}

function writeBody({ request, response, client, unread }: Exchange, made: Encoded): void {
  const { body, file, length } = made;
  const hold = (bytes: number) => {
    const holding = unread.hold(client(), () => response.destroy());
    limitQuietTime(request.socket, response);
    response.on('close', holding.release);
    holding.add(bytes);
  };
  if (file === undefined || length === 0) {
    response.end(body, 'latin1');
    // The system takes most responses at once.
    if (response.writableLength > 0) hold(length);
    return;
  }
  hold(Math.min(length, heldOfFile));
  // The head has said how long the body is: a file that became longer is cut, and one that became shorter or went away
  // ends the response, not the server.
  const stream = createReadStream(file.path, { end: length - 1 });
  const close = () => {
    if (stream.bytesRead < length) response.destroy();
    else response.end();
  };
  pipeline(stream, response, { end: false }).then(close, () => response.destroy());
}

function write(exchange: Exchange, status: number, made: Encoded): void {
  const { request, response, requestId } = exchange;
  const { etag, head } = made;
  const own = ['x-request-id', requestId];
  if (response.shouldKeepAlive) own.push(...keepAliveHint);
  if (status === 200 && isUnchanged(request.headers['if-none-match'], etag)) {
    const isTold = (_: string, index: number) => !ofBody.has(head[index & ~1] ?? '');
    response.writeHead(304, head.filter(isTold).concat(own)).end();
    return;
  }
  response.writeHead(status, head.concat(own));
  if (request.method === 'HEAD') response.end();
  else writeBody(exchange, made);
}

/** Sends a response in the encoding that the client takes; waits only where it is compressed for the first time. */
export function sendStored(exchange: Exchange, stored: StoredResponse): void {
  const { plain, status } = stored;
  const isCompressed =
    (stored.compressed || plain.length >= minCompressed) &&
    takesGzip(exchange.request.headers['accept-encoding']);
  const ready = isCompressed ? stored.compressed : plain;
  if (ready) {
    write(exchange, status, ready);
    return;
  }
  const send = (made: Encoded) => {
    if (made !== plain) stored.compressed = made;
    write(exchange, status, made);
  };
  compressed(stored).then(send, () => send(plain));
}

/** Sends a response once. */
export const sendResponse = (exchange: Exchange, response: ApiResponse): void =>
  sendStored(exchange, storedResponse(response));

/** What goes wrong unexpectedly costs one response, not the process. */
export function sendFailure(exchange: Exchange, error: unknown): void {
  redactingLogger.error(error);
  if (exchange.response.headersSent) exchange.response.destroy();
  else sendResponse(exchange, refused(failure));
}
