/** Reads the body of a request up to a limit; what has come of unfinished bodies counts to what a client may hold. */

import { maxBodyBytes, type Refusal, tooLarge, unavailable } from '../request/refusal.ts';
import type { HeldBytes, Holding } from './held-bytes.ts';
import type { Exchange } from './stored-response.ts';

const crowdedOut = unavailable('too many bodies are being sent at once; send this one again', 1);
/** Each piece takes microseconds, however short it is; in so many a body of the largest size has 64 bytes in each. */
const mostPieces = 16_384;
const tooManyPieces: Refusal = {
  ...tooLarge,
  message: `the body of the request comes in too many pieces; accepted: at most ${mostPieces}`,
};
/** What the engine takes for each text of a head beside its characters. */
const textBytes = 32;
/** Characters of a head that count to the memory of its connection. */
const freeHead = 2048;

/** What the head of a request takes while its body comes. */
function headBytes(rawHeaders: readonly string[]): number {
  let bytes = 0;
  for (const text of rawHeaders) bytes += text.length + textBytes;
  return bytes;
}

/** Joins pieces in one buffer that grows: a piece of one byte would take a hundred as a buffer of its own. */
function bodyOf(expected: number) {
  let buffer: Buffer | undefined;
  let bytes = 0;
  return {
    get bytes() {
      return bytes;
    },
    /** Returns by how many bytes the buffer grows. */
    add(piece: Buffer): number {
      const before = buffer?.length ?? 0;
      const start = bytes;
      bytes += piece.length;
      if (buffer === undefined) buffer = piece;
      else {
        if (bytes > before) {
          const doubled = Buffer.allocUnsafeSlow(Math.max(bytes, Math.min(before * 2, expected)));
          buffer.copy(doubled, 0, 0, start);
          buffer = doubled;
        }
        piece.copy(buffer, start);
      }
      return buffer.length - before;
    },
    all: () => buffer?.subarray(0, bytes) ?? Buffer.alloc(0),
  };
}

/** Calls one of both, once: `read` with the body, in the same turn in which its last piece came. */
export function readBody(
  { request, response, client }: Exchange,
  pending: HeldBytes,
  read: (body: Buffer) => void,
  refuse: (refusal: Refusal) => void,
): void {
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (length > maxBodyBytes) {
    refuse(tooLarge);
    return;
  }
  let body: ReturnType<typeof bodyOf> | undefined = bodyOf(length || maxBodyBytes);
  /** Undefined while nothing waits for a next piece. */
  let holding: Holding | undefined;
  const finish = (refusal?: Refusal) => {
    if (body === undefined) return;
    holding?.release();
    const { all } = body;
    body = undefined;
    if (refusal) refuse(refusal);
    else read(all());
  };
  const close = (refusal: Refusal) => {
    response.setHeader('connection', 'close');
    finish(refusal);
  };
  const hold = (bytes: number) => {
    if (holding === undefined) {
      holding = pending.hold(client(), () => close(crowdedOut));
      request.on('close', holding.release);
    }
    holding.add(bytes);
  };
  let pieces = 0;
  const head = headBytes(request.rawHeaders);
  if (head > freeHead) hold(head);
  request.on('data', (piece: Buffer) => {
    // What comes after a refusal is dropped.
    if (body === undefined) return;
    pieces += 1;
    const grown = body.add(piece);
    if (body.bytes === length) finish();
    else if (body.bytes > maxBodyBytes) finish(tooLarge);
    else if (pieces > mostPieces) close(tooManyPieces);
    else hold(grown);
  });
  request.on('end', () => finish());
}
