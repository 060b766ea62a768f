/** What the server refuses before the API sees it, in the shape of a GraphQL error. */

import type { ServerResponse } from 'node:http';
import { noSniff, noStore, openCors } from '../request/headers.ts';

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Seconds after which the client may try again. */
  readonly retryAfter?: number;
}

export const failure: Refusal = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Unexpected error.',
};

export function tooLarge(maxBodyBytes: number): Refusal {
  return {
    status: 413,
    code: 'REQUEST_ENTITY_TOO_LARGE',
    message: `the body of the request is too large; accepted: at most ${maxBodyBytes} bytes`,
  };
}

export const notAcceptable: Refusal = {
  status: 406,
  code: 'NOT_ACCEPTABLE',
  message:
    'the header Accept names no type of response; accepted: application/json, application/graphql-response+json, text/event-stream, multipart/mixed',
};

export function bodyOf({ code, message, retryAfter }: Omit<Refusal, 'status'>): string {
  const extensions = { code, ...(retryAfter && { retryAfter }) };
  return JSON.stringify({ errors: [{ message, extensions }] });
}

export const refusalHeaders = {
  ...openCors,
  'content-type': 'application/json; charset=utf-8',
  ...noStore,
  ...noSniff,
} as const;

export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  const body = bodyOf(refusal);
  response.writeHead(refusal.status, {
    ...refusalHeaders,
    ...(refusal.retryAfter && { 'retry-after': String(refusal.retryAfter) }),
    'content-length': String(Buffer.byteLength(body)),
  });
  response.end(body);
}
