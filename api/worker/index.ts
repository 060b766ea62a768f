/**
 * The server as a Cloudflare Worker: the handler, the limits and the headers of Node's server, without anything of Node.
 * Cached responses, compression, metrics, a log of requests and threads are the platform's own. Each isolate counts by
 * itself.
 */

import { shippedServiceTagFiles } from '../../core/network/service-tags/shipped-files.ts';
import { redactingLogger } from '../plugins/redacting-logger.ts';
import { apiParts } from '../request/accelerator.ts';
import { clientOf, requestIdOf } from '../request/client.ts';
import { isFeed } from '../request/feeds.ts';
import { createRateLimit } from '../request/rate-limit.ts';
import { failure, refused } from '../request/refusal.ts';
import { responder } from '../request/respond.ts';
import { methodNotAllowed, textResponse } from '../request/text-response.ts';
import { settings } from '../server/settings.ts';
import { fetchResponse, respondToFetch } from './fetch.ts';
import { type SiteAssets, siteAnswer } from './site.ts';

interface Environment {
  readonly ASSETS: SiteAssets;
}

const respond = responder(
  apiParts({
    serviceTagFiles: shippedServiceTagFiles,
    validations: createRateLimit(settings.validationsPerMinute.default),
  }),
);

const operations = new Map([
  ['/health', 'ok'],
  ['/ready', 'ready'],
]);

async function answer(request: Request, site: SiteAssets): Promise<Response> {
  const url = new URL(request.url);
  if (['/graphql', '/graphql/'].includes(url.pathname) || isFeed(url.pathname)) {
    const address = request.headers.get('cf-connecting-ip');
    return respondToFetch(respond, request, address === null ? undefined : clientOf(address));
  }
  const text = operations.get(url.pathname);
  if (text === undefined) return siteAnswer(request, url, site);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return fetchResponse(request, isRead ? textResponse(200, text) : methodNotAllowed());
}

export default {
  async fetch(request: Request, { ASSETS }: Environment): Promise<Response> {
    let response: Response;
    try {
      response = await answer(request, ASSETS);
    } catch (error) {
      redactingLogger.error(error);
      response = await fetchResponse(request, refused(failure));
    }
    response.headers.set('x-request-id', requestIdOf(request.headers.get('x-request-id')));
    return response;
  },
};
