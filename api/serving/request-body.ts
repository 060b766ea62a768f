/** Reads the body of a request, up to a limit for each and a limit for all that are being read. */

import type { IncomingMessage } from 'node:http';

export interface BodyLimits {
  /** Bytes of one body. */
  readonly each: number;
  /** Bytes of all bodies that have come in part: what slow clients can make the server hold. */
  readonly all: number;
}

export interface BodyReaders {
  read(body: Buffer): void;
  refuse(reason: 'too-large' | 'busy'): void;
}

export function bodyReader({ each, all }: BodyLimits) {
  let held = 0;

  /** Calls one of the two, or none where the client goes away. Calls cost less than promises here. */
  return (request: IncomingMessage, { read, refuse }: BodyReaders): void => {
    if (Number(request.headers['content-length'] ?? 0) > each) {
      refuse('too-large');
      return;
    }
    const chunks: Buffer[] = [];
    let bytes = 0;
    let isSettled = false;
    const settle = () => {
      isSettled = true;
      held -= bytes;
      bytes = 0;
    };
    request.on('data', (chunk: Buffer) => {
      if (isSettled) return;
      held += chunk.length;
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= each && held <= all) return;
      const reason = bytes > each ? 'too-large' : 'busy';
      chunks.length = 0;
      settle();
      refuse(reason);
    });
    request.on('end', () => {
      if (isSettled) return;
      settle();
      const [first] = chunks;
      read(first && chunks.length === 1 ? first : Buffer.concat(chunks));
    });
    request.on('close', () => {
      if (!isSettled) settle();
    });
  };
}
