/** What the server itself turns down before the API sees it, told in the shape of a GraphQL error. */

import type { ServerResponse } from 'node:http';
import { openCors } from '../plugins/use-open-cors.ts';
import { noSniffing } from './security-headers.ts';

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
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

export function bodyOf({ code, message }: Refusal): string {
  return JSON.stringify({ errors: [{ message, extensions: { code } }] });
}

export const refusalHeaders = {
  ...openCors,
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  ...noSniffing,
} as const;

export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  const body = bodyOf(refusal);
  const length = String(Buffer.byteLength(body));
  response.writeHead(refusal.status, { ...refusalHeaders, 'content-length': length }).end(body);
}
