/** Reads the body of a request up to a limit; what has come of unfinished bodies counts to what a client may hold. */

import { maxBodyBytes, type Refusal, tooLarge, unavailable } from '../request/refusal.ts';
import type { HeldBytes, Holding } from './held-bytes.ts';
import type { Exchange } from './stored-response.ts';

const crowdedOut = unavailable('too many bodies are being sent at once; send this one again', 1);

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
  let chunks: Buffer[] = [];
  let bytes = 0;
  let isDone = false;
  /** Undefined while nothing waits for a next piece. */
  let holding: Holding | undefined;
  const finish = (refusal?: Refusal) => {
    if (isDone) return;
    isDone = true;
    holding?.release();
    const [first] = chunks;
    if (refusal) refuse(refusal);
    else read(chunks.length === 1 && first ? first : Buffer.concat(chunks));
    chunks = [];
  };
  request.on('data', (chunk: Buffer) => {
    // What comes after a refusal is dropped.
    if (isDone) return;
    bytes += chunk.length;
    chunks.push(chunk);
    if (bytes === length) finish();
    else if (bytes > maxBodyBytes) finish(tooLarge);
    else {
      if (holding === undefined) {
        holding = pending.hold(client(), () => {
          response.setHeader('connection', 'close');
          finish(crowdedOut);
        });
        request.on('close', holding.release);
      }
      holding.add(chunk.length);
    }
  });
  request.on('end', () => finish());
}
