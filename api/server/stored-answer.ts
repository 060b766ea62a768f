/**
 * An answer ready to be sent, again and again: its bytes, the compressed bytes, made once, and a strong entity tag for
 * each of both. Short bodies are held as strings: node:http copies a string behind the head, which saves a write, and
 * writes a buffer as it is, which saves the copy.
 */

import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Answer, entityTag, isUnchanged } from './answer.ts';
import type { Exchange } from './exchange.ts';

const compress = promisify(gzip);

/** Below this the headers of compression weigh more than it saves. */
const minCompressed = 1024;
/** Above this the copy costs more than the write. */
const maxString = 4096;

interface Encoded {
  readonly body: string | Buffer;
  readonly length: number;
  readonly encoding: 'latin1' | 'utf8';
  readonly etag: string | undefined;
  /**
   * Names and values in turn, as node:http writes them fastest. The last value is the id of the request, put in before
   * each sending: a list for each would cost as much as all else that is done here.
   */
  readonly head: string[];
}

export interface StoredAnswer extends Omit<Answer, 'text' | 'isTagged'> {
  readonly plain: Encoded;
  compressed?: Encoded;
}

function encoded(
  headers: Answer['headers'],
  body: string | Buffer,
  length: number,
  etag: string | undefined,
  contentEncoding?: string,
): Encoded {
  const head: string[] = [];
  for (const name in headers) head.push(name, headers[name] as string);
  if (contentEncoding) head.push('content-encoding', contentEncoding);
  if (etag) head.push('etag', etag);
  head.push('content-length', String(length), 'x-request-id', '');
  // As many characters as bytes: each character is a byte.
  const encoding = body.length === length ? 'latin1' : 'utf8';
  const held = typeof body === 'string' && length > maxString ? Buffer.from(body, encoding) : body;
  return { body: held, length, encoding, etag, head };
}

export function storedAnswer({ status, headers, text, isKept, isTagged }: Answer): StoredAnswer {
  const length = Buffer.byteLength(text);
  const etag = isTagged ? entityTag(hash('sha256', text, 'base64url')) : undefined;
  return { status, headers, isKept, plain: encoded(headers, text, length, etag) };
}

/** What it takes to keep an answer: the body, the headers, and the compressed bytes that may come later. */
export function bytesOf({ plain }: StoredAnswer): number {
  return plain.length * 1.5 + 2000;
}

/** Whether Accept-Encoding names gzip and does not rule it out. */
function takesGzip(header: string | string[] | undefined): boolean {
  const encodings = String(header ?? '').toLowerCase();
  if (!encodings.includes('gzip')) return false;
  return encodings.split(',').some((entry) => {
    const [encoding, ...parameters] = entry.split(';').map((part) => part.trim());
    return encoding === 'gzip' && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

async function compressedAnswer(answer: StoredAnswer): Promise<Encoded> {
  const { body, etag } = answer.plain;
  const bytes = await compress(body);
  const tag = etag?.replace(/"$/, '-gzip"');
  answer.compressed = encoded(answer.headers, bytes, bytes.length, tag, 'gzip');
  return answer.compressed;
}

function write(
  { request, response, requestId }: Exchange,
  status: number,
  { body, encoding, etag, head }: Encoded,
): void {
  head[head.length - 1] = requestId;
  if (isUnchanged(request.headers['if-none-match'], etag)) {
    const unchanged = head.flatMap((name, index) =>
      index % 2 === 0 && !name.startsWith('content-') ? [name, head[index + 1] as string] : [],
    );
    response.writeHead(304, unchanged).end();
    return;
  }
  response.writeHead(status, head);
  if (request.method === 'HEAD' || body.length === 0) response.end();
  else response.end(body, encoding);
}

/** Sends an answer in the encoding that the client takes; waits only where it is compressed for the first time. */
export function sendAnswer(exchange: Exchange, answer: StoredAnswer): undefined | Promise<void> {
  const isCompressed =
    answer.plain.length >= minCompressed && takesGzip(exchange.request.headers['accept-encoding']);
  const ready = isCompressed ? answer.compressed : answer.plain;
  if (ready === undefined) {
    return compressedAnswer(answer).then((made) => write(exchange, answer.status, made));
  }
  write(exchange, answer.status, ready);
  return undefined;
}
