/** A request of the Model Context Protocol, as it comes over HTTP and goes to a thread. */

import type { ApiResponse } from '../request/api-request.ts';
import { badRequest, refused } from '../request/refusal.ts';
import { allowed } from '../request/respond.ts';

export interface McpRequest {
  readonly method: string;
  /** Those of the protocol alone, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export const isMcp = (path: string): boolean => path === '/mcp' || path === '/mcp/';

export function mcpRequestOf(
  method: string,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): McpRequest {
  const own = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    /^(accept|content-type|mcp-.*)$/.test(name) && typeof value === 'string' ? [[name, value]] : [],
  );
  return { method, headers: Object.fromEntries(own) };
}

/** The response to what is no message, or more than one: what a list of them costs would be bounded by nothing. */
export function answerWithoutTools(method: string, body: Buffer): ApiResponse | undefined {
  if (method === 'OPTIONS') return allowed;
  if (method !== 'POST') {
    const message = 'tools are called by POST';
    const response = refused({ status: 405, code: 'METHOD_NOT_ALLOWED', message });
    return { ...response, headers: { ...response.headers, allow: 'POST, OPTIONS' } };
  }
  // What comes first after blanks, and after the three bytes of a byte order mark, which readers of JSON skip.
  if (!/^[\s\xef\xbb\xbf]*\[/.test(body.toString('latin1'))) return undefined;
  return refused(badRequest('a list of messages is not accepted; send one message in a request'));
}
