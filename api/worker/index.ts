/**
 * The server as a Cloudflare Worker: the handler, the limits and the headers of Node's server, without anything of
 * Node. Kept answers, compression, metrics and a log of requests are the platform's own. What is counted, is counted
 * in each isolate by itself.
 */

import { discreetLogger } from '../plugins/discreet-logger.ts';
import type { Asked } from '../plugins/use-prepared-queries.ts';
import { type Answer, entityTag, isUnchanged } from '../server/answer.ts';
import { clientOf } from '../server/client.ts';
import type { Question } from '../server/question.ts';
import { createRateLimit } from '../server/rate-limit.ts';
import { bodyOf, failure, type Refusal, refusalHeaders, tooLarge } from '../server/refusal.ts';
import { requestIdOf } from '../server/request-id.ts';
import { settings } from '../server/settings.ts';
import { yogaAnswer } from '../server/yoga-answer.ts';
import { createHandler, maxBodyBytes } from '../yoga.ts';
import { type SiteAssets, siteAnswer } from './site.ts';

interface Environment {
  readonly ASSETS: SiteAssets;
}

const handler = createHandler({
  serviceTagFiles: [],
  validations: createRateLimit(settings.validationsPerMinute.default),
});

function refused(refusal: Refusal): Response {
  return new Response(bodyOf(refusal), { status: refusal.status, headers: refusalHeaders });
}

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

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return new Uint8Array(digest).toBase64({ alphabet: 'base64url' });
}

async function sent(request: Request, { status, headers, text, isTagged }: Answer) {
  const etag = isTagged ? entityTag(await digestOf(text)) : undefined;
  const response = new Response(text === '' ? null : text, {
    status,
    headers: { ...headers, ...(etag && { etag }) },
  });
  if (!isUnchanged(request.headers.get('if-none-match'), etag)) return response;
  response.headers.delete('content-type');
  return new Response(null, { status: 304, headers: response.headers });
}

async function apiAnswer(request: Request, { pathname, search }: URL): Promise<Response> {
  const isPost = request.method === 'POST';
  const body = isPost ? await readBody(request) : '';
  if (body === undefined) return refused(tooLarge(maxBodyBytes));
  const question: Question = {
    method: request.method === 'HEAD' ? 'GET' : request.method,
    url: pathname + search,
    type: request.headers.get('content-type') ?? '',
    accept: request.headers.get('accept') ?? '',
    body,
  };
  const client = request.headers.get('cf-connecting-ip');
  const asked: Asked = client === null ? {} : { client: clientOf(client) };
  return sent(request, await yogaAnswer(handler, question, asked));
}

const operations = new Map([
  ['/health', 'ok'],
  ['/ready', 'ready'],
]);

function answer(request: Request, site: SiteAssets): Response | Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname === '/graphql' || url.pathname === '/graphql/') return apiAnswer(request, url);
  const text = operations.get(url.pathname);
  if (text === undefined) return siteAnswer(request, url, site);
  const headers = { 'content-type': 'text/plain', 'cache-control': 'no-store' };
  return new Response(text, { headers });
}

export default {
  async fetch(request: Request, { ASSETS }: Environment): Promise<Response> {
    let response: Response;
    try {
      response = await answer(request, ASSETS);
    } catch (error) {
      discreetLogger.error(error);
      response = refused(failure);
    }
    response.headers.set('x-request-id', requestIdOf(request.headers.get('x-request-id')));
    return response;
  },
};
