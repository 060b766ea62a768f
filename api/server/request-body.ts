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

export interface BodyReaders {
  read(exchange: Exchange, body: Buffer): void;
  refuse(exchange: Exchange, refusal: Refusal): void;
}

/** A body that comes in pieces: what waits for the rest is held within limits. */
function inPieces(exchange: Exchange, pending: HeldBytes, length: number, readers: BodyReaders) {
  const { request, response, client } = exchange;
  let body: ReturnType<typeof bodyOf> | undefined = bodyOf(length || maxBodyBytes);
  /** Undefined while nothing waits for a next piece. */
  let holding: Holding | undefined;
  let pieces = 0;
  const end = (refusal?: Refusal) => {
    if (body === undefined) return;
    holding?.release();
    const { all } = body;
    body = undefined;
    if (refusal) readers.refuse(exchange, refusal);
    else readers.read(exchange, all());
  };
  const close = (refusal: Refusal) => {
    response.shouldKeepAlive = false;
    end(refusal);
  };
  const hold = (bytes: number) => {
    if (holding === undefined) {
      holding = pending.hold(client(), () => close(crowdedOut));
      request.on('close', holding.release);
    }
    holding.add(bytes);
  };
  return {
    hold,
    end: () => end(),
    add(piece: Buffer): void {
      // What comes after a refusal is dropped.
      if (body === undefined) return;
      pieces += 1;
      const grown = body.add(piece);
      if (body.bytes === length) end();
      else if (body.bytes > maxBodyBytes) end(tooLarge);
      else if (pieces > mostPieces) close(tooManyPieces);
      else hold(grown);
    },
  };
}

/** Calls one of both readers, once: `read` in the same turn in which the last piece of the body came. */
export function readBody(exchange: Exchange, pending: HeldBytes, readers: BodyReaders): void {
  const { request } = exchange;
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (length > maxBodyBytes) {
    readers.refuse(exchange, tooLarge);
    return;
  }
  let rest: ReturnType<typeof inPieces> | undefined;
  const restOf = () => {
    rest ??= inPieces(exchange, pending, length, readers);
    return rest;
  };
  const head = headBytes(request.rawHeaders);
  if (head > freeHead) restOf().hold(head);
  request.on('data', (piece: Buffer) => {
    // Most bodies come in one piece, of which nothing has to be held.
    if (rest === undefined && piece.length === length) readers.read(exchange, piece);
    else restOf().add(piece);
  });
  // A body with a Content-Length ends with its last piece.
  if (!(length > 0)) request.on('end', () => restOf().end());
}
