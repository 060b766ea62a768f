/** What the API refuses before it executes anything, in the shape of a GraphQL error. */

import { InputError } from '../../core/input-error.ts';
import { limits } from '../limits.ts';
import type { ApiResponse } from './api-request.ts';
import { noSniff, noStore, openCors } from './headers.ts';
import { jsonType, responseTypes } from './negotiation.ts';

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Seconds after which the client may try again. */
  readonly retryAfter?: number;
  readonly given?: unknown;
  readonly accepted?: readonly string[];
}

export const failure: Refusal = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Unexpected error.',
};

/** What servers take of a body. */
export const maxBodyBytes = limits.bodyBytes;

export const tooLarge: Refusal = {
  status: 413,
  code: 'REQUEST_ENTITY_TOO_LARGE',
  message: `the body of the request is too large; accepted: at most ${maxBodyBytes} bytes`,
};

export const badRequest = (message: string): Refusal => ({
  status: 400,
  code: 'BAD_REQUEST',
  message,
});

export const unavailable = (message: string, retryAfter: number): Refusal => ({
  status: 503,
  code: 'SERVICE_UNAVAILABLE',
  message,
  retryAfter,
});

function badMediaType(header: string, value: string, accepted: readonly string[]) {
  const reason = `the header ${header} names no media type of the API`;
  const problem = { path: [], given: value || undefined, accepted };
  const { message, given } = new InputError(reason, problem);
  return { message, given, accepted };
}

/** Where the header Accept names no media type of a response. */
export const notAcceptable = (accept: string): Refusal => ({
  status: 406,
  code: 'NOT_ACCEPTABLE',
  ...badMediaType('Accept', accept, responseTypes),
});

/** Where the header Content-Type names no media type of a request. */
export const unsupportedType = (type: string): Refusal => ({
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  ...badMediaType('Content-Type', type, [jsonType]),
});

/** The response of a refusal, in a type of JSON. */
export function refused(
  { status, message, ...extensions }: Refusal,
  type: string = jsonType,
): ApiResponse {
  const { retryAfter, accepted } = extensions;
  return {
    status,
    headers: {
      ...openCors,
      'content-type': `${type}; charset=utf-8`,
      ...noStore,
      ...noSniff,
      ...(retryAfter && { 'retry-after': String(retryAfter) }),
      ...(accepted && { accept: accepted.join(', ') }),
    },
    text: JSON.stringify({ errors: [{ message, extensions }] }),
    isCacheable: false,
  };
}
