/** The API for runtimes that have `Request` and `Response`. */

import type { ApiResponse } from '../request/api-request.ts';
import { isFeed } from '../request/feeds.ts';
import { isUnchanged } from '../request/negotiation.ts';
import { mediaTypeOf } from '../request/parameters.ts';
import { maxBodyBytes, refused, tooLarge } from '../request/refusal.ts';
import type { Respond } from '../request/respond.ts';

/** The body; undefined where it is too large. */
async function readBody(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length')) > maxBodyBytes) return undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const part of request.body ?? []) {
    bytes += part.length;
    if (bytes > maxBodyBytes) return undefined;
    parts.push(part);
  }
  return new Blob(parts).text();
}

/** The entity tag of a text, the same that Node's server gives it. */
async function entityTagOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `"${new Uint8Array(digest).toBase64({ alphabet: 'base64url' }).slice(0, 22)}"`;
}

/** A response to be sent: with an entity tag where caches may store it, without a body where the client has it. */
export async function fetchResponse(
  request: Request,
  { status, headers, text, isCacheable }: ApiResponse,
): Promise<Response> {
  const isGet = request.method === 'GET' || request.method === 'HEAD';
  const etag = isCacheable && isGet ? await entityTagOf(text) : undefined;
  const sent = new Headers({ ...headers, ...(etag && { etag }) });
  if (!isUnchanged(request.headers.get('if-none-match'), etag)) {
    return new Response(text === '' ? null : text, { status, headers: sent });
  }
  sent.delete('content-type');
  return new Response(null, { status: 304, headers: sent });
}

/** Answers a request, whose validations count for a client. */
export async function respondToFetch(
  respond: Respond,
  request: Request,
  client?: string,
): Promise<Response> {
  const { method, headers } = request;
  const { pathname, search } = new URL(request.url);
  const body = method === 'POST' && !isFeed(pathname) ? await readBody(request) : '';
  if (body === undefined) return fetchResponse(request, refused(tooLarge));
  const response = await respond(
    {
      method: method === 'HEAD' ? 'GET' : method,
      url: pathname + search,
      type: mediaTypeOf(headers.get('content-type') ?? ''),
      accept: headers.get('accept') ?? '',
      body,
    },
    { client },
  );
  return fetchResponse(request, response);
}
