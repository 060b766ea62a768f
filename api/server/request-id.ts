/** The id of a request, written to its log line and sent back: the one that the client sent, or a new one. */

/** Sets this process apart from every other one; a number tells its requests apart, and costs less than a UUID. */
let origin: string | undefined;
let count = 0;

export function requestIdOf(given: unknown): string {
  if (typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given)) return given;
  // Not before there is a request: until then a Worker gets no random numbers.
  origin ??= crypto.getRandomValues(new Uint8Array(9)).toBase64({ alphabet: 'base64url' });
  count += 1;
  return `${origin}-${count}`;
}
