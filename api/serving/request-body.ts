/** Reads the body of a request, up to a limit for each and a limit for all that are being read. */

import type { IncomingMessage } from 'node:http';

export type BodyReading =
  | { readonly kind: 'read'; readonly body: Buffer }
  | { readonly kind: 'too-large' | 'busy' | 'gone' };

const gone: BodyReading = { kind: 'gone' };

export interface BodyLimits {
  /** Bytes of one body. */
  readonly each: number;
  /** Bytes of all bodies that have come in part: what slow clients can make the server hold. */
  readonly all: number;
}

export function bodyReader({ each, all }: BodyLimits) {
  let held = 0;

  return (request: IncomingMessage): Promise<BodyReading> => {
    if (Number(request.headers['content-length'] ?? 0) > each) {
      return Promise.resolve({ kind: 'too-large' });
    }
    return new Promise((resolve) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      const settle = (reading: BodyReading) => {
        held -= bytes;
        bytes = 0;
        request.off('data', take);
        resolve(reading);
      };
      const take = (chunk: Buffer) => {
        held += chunk.length;
        bytes += chunk.length;
        if (bytes > each) settle({ kind: 'too-large' });
        else if (held > all) settle({ kind: 'busy' });
        else chunks.push(chunk);
      };
      request.on('data', take);
      request.once('end', () => {
        const [first] = chunks;
        const body = first && chunks.length === 1 ? first : Buffer.concat(chunks);
        settle({ kind: 'read', body });
      });
      request.once('close', () => settle(gone));
    });
  };
}
