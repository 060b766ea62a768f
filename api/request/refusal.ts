/** What the API refuses before it executes anything, in the shape of a GraphQL error. */

import { InputError } from '../../core/input-error.ts';
import type { ApiResponse } from './api-request.ts';
import { noSniff, noStore, openCors } from './headers.ts';

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
export const maxBodyBytes = 1024 * 1024;

export const tooLarge: Refusal = {
  status: 413,
  code: 'REQUEST_ENTITY_TOO_LARGE',
  message: `the body of the request is too large; accepted: at most ${maxBodyBytes} bytes`,
};

export const unavailable = (message: string, retryAfter: number): Refusal => ({
  status: 503,
  code: 'SERVICE_UNAVAILABLE',
  message,
  retryAfter,
});

const requestTypes = [
  'application/json',
  'application/graphql+json',
  'application/graphql',
  'application/x-www-form-urlencoded',
];
const responseTypes = [
  'application/json',
  'application/graphql-response+json',
  'text/event-stream',
  'multipart/mixed',
];

export const isSupported = (type: string): boolean =>
  requestTypes.some((one) => type === one || type.startsWith(`${one};`));

/** Where a header of the request names no media type of these. */
export function badMediaType(header: 'Accept' | 'Content-Type', value: string): Refusal {
  const isAccept = header === 'Accept';
  const accepted = isAccept ? responseTypes : requestTypes;
  const reason = `the header ${header} names no media type that the API ${isAccept ? 'sends' : 'reads'}`;
  const { message, given } = new InputError(reason, {
    path: [],
    given: value || undefined,
    accepted,
  });
  return isAccept
    ? { status: 406, code: 'NOT_ACCEPTABLE', message, given, accepted }
    : { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message, given, accepted };
}

/** The response of a refusal. */
export function refused({ status, message, ...extensions }: Refusal): ApiResponse {
  const { retryAfter, accepted } = extensions;
  return {
    status,
    headers: {
      ...openCors,
      'content-type': 'application/json; charset=utf-8',
      ...noStore,
      ...noSniff,
      ...(retryAfter && { 'retry-after': String(retryAfter) }),
      ...(accepted && { accept: accepted.join(', ') }),
    },
    text: JSON.stringify({ errors: [{ message, extensions }] }),
    isCacheable: false,
  };
}
