/**
 * An answer as bytes, with what HTTP needs to send it again: a strong entity tag for each encoding, and the compressed
 * bytes, made once.
 */

import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** Below this the headers of compression weigh more than it saves. */
const minCompressed = 1024;

interface Answer {
  readonly status: number;
  /** Without those that depend on the encoding. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Whether it may be sent again to whoever asks the same. */
  readonly isKept: boolean;
}

interface Encoded {
  readonly body: Buffer;
  readonly etag: string;
  /** Names and values in turn, as node:http writes them fastest. */
  readonly head: readonly string[];
}

export interface StoredAnswer extends Answer {
  readonly digest: string;
  readonly plain: Encoded;
  compressed?: Encoded;
}

function encoded(answer: Answer, body: Buffer, etag: string, encoding?: string): Encoded {
  const head = Object.entries({
    ...answer.headers,
    ...(encoding && { 'content-encoding': encoding }),
    etag,
    'content-length': String(body.length),
  }).flat();
  return { body, etag, head };
}

export function storedAnswer(answer: Answer): StoredAnswer {
  const digest = hash('sha256', answer.body, 'base64url').slice(0, 22);
  return { ...answer, digest, plain: encoded(answer, answer.body, `"${digest}"`) };
}

/** What it takes to keep an answer: the bytes, the headers, and the compressed bytes that may come later. */
export function bytesOf({ body }: StoredAnswer): number {
  return body.length * 1.5 + 2000;
}

/** Whether Accept-Encoding names gzip and does not rule it out. */
export function takesGzip(header: string | string[] | undefined): boolean {
  if (typeof header !== 'string' || !header.includes('gzip')) return false;
  return header.split(',').some((entry) => {
    const [encoding, ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    return encoding === 'gzip' && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

async function compressedAnswer(answer: StoredAnswer): Promise<Encoded> {
  const body = await compress(answer.body);
  answer.compressed = encoded(answer, body, `"${answer.digest}-gzip"`, 'gzip');
  return answer.compressed;
}

function isUnchanged(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((entry) => entry.trim().replace(/^W\//, '') === etag);
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { body, etag, head }: Encoded,
  extra: readonly string[],
): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && status === 200 && isUnchanged(request.headers['if-none-match'], etag)) {
    const kept = head.flatMap((name, index) =>
      index % 2 === 0 && !/^content-/.test(name) ? [name, head[index + 1] as string] : [],
    );
    response.writeHead(304, [...kept, ...extra]).end();
    return;
  }
  response.writeHead(status, [...head, ...extra]);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Sends an answer in the encoding that the client takes; waits only where it is compressed for the first time. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: StoredAnswer,
  extra: readonly string[],
): undefined | Promise<void> {
  const isCompressed =
    answer.body.length >= minCompressed && takesGzip(request.headers['accept-encoding']);
  const ready = isCompressed ? answer.compressed : answer.plain;
  if (ready === undefined) {
    return compressedAnswer(answer).then((made) =>
      write(request, response, answer.status, made, extra),
    );
  }
  write(request, response, answer.status, ready, extra);
  return undefined;
}
