/** Reads the body of a request up to a limit; what has come of unfinished bodies counts to what a client may hold. */

import type { IncomingMessage } from 'node:http';
import type { HeldBytes } from './held-bytes.ts';
import { type Refusal, sendRefusal, tooLarge } from './refusal.ts';
import type { Exchange } from './stored-response.ts';

const empty = Buffer.alloc(0);

const crowdedOut: Refusal = {
  status: 503,
  code: 'SERVICE_UNAVAILABLE',
  message: 'too many bodies are being sent at once; send this one again',
  retryAfter: 1,
};

export type ReadBody = (exchange: Exchange) => void;

/** Hands each body to `read`, which is called once and in the same turn in which the last piece came. */
export function bodyReader(
  maxBytes: number,
  pending: HeldBytes,
  clientOf: (request: IncomingMessage) => string,
  read: (exchange: Exchange, body: Buffer) => void,
): ReadBody {
  function refuse({ response, requestId }: Exchange, refusal: Refusal): void {
    response.setHeader('x-request-id', requestId);
    sendRefusal(response, refusal);
  }

  /** For a body that comes in parts. */
  function gather(exchange: Exchange): (chunk: Buffer) => void {
    const { request, response } = exchange;
    let chunks: Buffer[] | undefined = [];
    let bytes = 0;
    const stop = (refusal: Refusal) => {
      chunks = undefined;
      refuse(exchange, refusal);
    };
    const holding = pending.hold(clientOf(request), () => {
      response.setHeader('connection', 'close');
      stop(crowdedOut);
    });
    request.on('close', holding.release);
    request.on('end', () => {
      holding.release();
      if (chunks !== undefined) read(exchange, Buffer.concat(chunks, bytes));
    });
    return (chunk) => {
      // What comes after a refusal is dropped.
      if (chunks === undefined) return;
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= maxBytes) {
        holding.add(chunk.length);
        return;
      }
      holding.release();
      stop(tooLarge(maxBytes));
    };
  }

  return (exchange) => {
    const { request } = exchange;
    const length = Number(request.headers['content-length'] ?? Number.NaN);
    if (length > maxBytes) refuse(exchange, tooLarge(maxBytes));
    else if (length === 0) read(exchange, empty);
    else {
      let take = Number.isNaN(length) ? gather(exchange) : undefined;
      request.on('data', (chunk: Buffer) => {
        // Most bodies come in one piece.
        if (chunk.length === length) read(exchange, chunk);
        else {
          take ??= gather(exchange);
          take(chunk);
        }
      });
    }
  };
}
