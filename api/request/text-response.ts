/** Responses of plain text, which no cache may store unless the headers say so. */

import type { ApiResponse } from './api-request.ts';
import { noSniff, noStore } from './headers.ts';

export const textResponse = (
  status: number,
  text: string,
  headers: ApiResponse['headers'] = {},
): ApiResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...noSniff, ...noStore, ...headers },
  text,
  isCacheable: false,
});

/** The response to other methods than GET and HEAD. */
export const methodNotAllowed = (headers: ApiResponse['headers'] = {}): ApiResponse =>
  textResponse(405, 'method not allowed\n', { ...headers, allow: 'GET, HEAD' });
