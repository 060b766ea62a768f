/** Reads the body of a request, up to a limit for each and a limit for all that are being read. */

import type { Exchange } from './exchange.ts';

export interface BodyReading {
  /** Bytes of one body. */
  readonly each: number;
  /** Bytes of all bodies that have come in part: what slow clients can make the server hold. */
  readonly all: number;
  /** Takes the body. Calls cost less than promises here. */
  read(exchange: Exchange, body: Buffer): void;
  refuse(exchange: Exchange, reason: 'too-large' | 'busy'): void;
}

const empty = Buffer.alloc(0);

/** Reads a body; calls nothing where the client goes away. */
export type ReadBody = (exchange: Exchange) => void;

export function bodyReader({ each, all, read, refuse }: BodyReading): ReadBody {
  let held = 0;

  /** Takes a body in pieces: call it with each. */
  function gather(exchange: Exchange): (chunk: Buffer) => void {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let isSettled = false;
    const settle = () => {
      isSettled = true;
      held -= bytes;
    };
    exchange.request.on('end', () => {
      if (isSettled) return;
      settle();
      read(exchange, Buffer.concat(chunks));
    });
    exchange.request.on('close', () => {
      if (!isSettled) settle();
    });
    return (chunk) => {
      if (isSettled) return;
      held += chunk.length;
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= each && held <= all) return;
      chunks.length = 0;
      settle();
      refuse(exchange, bytes > each ? 'too-large' : 'busy');
    };
  }

  return (exchange) => {
    const given = exchange.request.headers['content-length'];
    const length = given === undefined ? undefined : Number(given);
    if (length !== undefined && length > each) {
      refuse(exchange, 'too-large');
      return;
    }
    if (length === 0) {
      read(exchange, empty);
      return;
    }
    let take = length === undefined ? gather(exchange) : undefined;
    exchange.request.on('data', (chunk: Buffer) => {
      // Most bodies come in one piece: nothing is to be kept, nor the end to be waited for.
      if (chunk.length === length) {
        read(exchange, chunk);
        return;
      }
      take ??= gather(exchange);
      take(chunk);
    });
  };
}
