/** The feed and the calendar of one deployment, which its query describes: the files of the site have those of regions, tags and tiers. */

import { deploymentFeed } from '../../core/answers/feeds/deployment-feed.ts';
import { feedAtom, feedCalendar } from '../../core/answers/feeds/feed.ts';
import { feedQuery, readFeedQuery } from '../../core/answers/feeds/read-query.ts';
import { InputError, InputErrors } from '../../core/input-error.ts';
import { type ApiResponse, pathOf } from './api-request.ts';
import { noSniff, openCors } from './headers.ts';
import { methodNotAllowed, textResponse } from './text-response.ts';

const types: Readonly<Record<string, string>> = {
  '/data/feeds/deployment.atom': 'application/atom+xml; charset=utf-8',
  '/data/feeds/deployment.ics': 'text/calendar; charset=utf-8',
};

export const isFeed = (path: string): boolean => Object.hasOwn(types, path);

/** Longer queries are refused before they are read. */
const maxQuery = 2048;

/** Each mistake on a line of its own. */
const linesOf = (error: InputError): string =>
  (error instanceof InputErrors ? error.all : [error]).map(({ message }) => message).join('\n');

/** `method` is GET also for HEAD. */
export function feedResponse(method: string, url: string): ApiResponse {
  if (method !== 'GET') return methodNotAllowed(openCors);
  const path = pathOf(url);
  const query = url.slice(path.length + 1);
  if (query.length > maxQuery) {
    const message = `the query is too long: given ${query.length} characters; accepted: at most ${maxQuery}`;
    return textResponse(414, `${message}\n`, openCors);
  }
  try {
    const deployment = readFeedQuery(new URLSearchParams(query));
    const feed = deploymentFeed(deployment);
    return {
      status: 200,
      headers: {
        ...openCors,
        ...noSniff,
        // The data changes with a new version of the server only.
        'cache-control': 'public, max-age=3600',
        vary: 'accept-encoding',
        'content-type': types[path] ?? '',
      },
      text: path.endsWith('.ics')
        ? feedCalendar(feed, undefined)
        : feedAtom(feed, `${path}?${feedQuery(deployment)}`, undefined),
      isCacheable: true,
    };
  } catch (error) {
    if (error instanceof InputError) return textResponse(400, `${linesOf(error)}\n`, openCors);
    throw error;
  }
}
