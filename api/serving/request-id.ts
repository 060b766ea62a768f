/** The id of a request, for its line in the log and for whoever asks about it: the caller's own, or a new one. */

import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Sets this process apart from every other one; a number tells its requests apart, and costs less than a UUID. */
const origin = randomBytes(9).toString('base64url');
let count = 0;

export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  if (typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given)) return given;
  count += 1;
  return `${origin}-${count}`;
}
