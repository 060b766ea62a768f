/**
 * One line of JSON for each request. A line holds when, which way and how it ended; of an address the path alone,
 * since a query may follow the question mark, and nothing of a body or a header but the request's id.
 */

import type { Writable } from 'node:stream';

export interface RequestEntry {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** 0 where the client went away before there was an answer. */
  readonly status: number;
  readonly durationMs: number;
}

/** Lines that a reader does not take are dropped. */
const mostWaitingBytes = 1024 * 1024;

export type RequestLog = (entry: RequestEntry) => void;

/** Where the lines go; a full disk or a reader that has ended costs lines, not the server. */
export function createRequestLog(
  output: Pick<Writable, 'writableLength' | 'write' | 'on'>,
): RequestLog {
  output.on('error', () => {});
  return (entry) => {
    if (output.writableLength >= mostWaitingBytes) return;
    output.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
  };
}
