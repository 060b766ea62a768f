/** The feed and the calendar of one deployment, which its query describes: the files of the site have those of regions, tags and tiers. */

import { deploymentFeed } from '../../core/answers/feeds/deployment-feed.ts';
import { feedAtom, feedCalendar } from '../../core/answers/feeds/feed.ts';
import { feedQuery, readFeedQuery } from '../../core/answers/feeds/read-query.ts';
import { InputError, InputErrors } from '../../core/input-error.ts';
import type { ApiResponse } from './api-request.ts';
import { noSniff, noStore, openCors } from './headers.ts';

const types = {
  '/data/feeds/deployment.atom': 'application/atom+xml; charset=utf-8',
  '/data/feeds/deployment.ics': 'text/calendar; charset=utf-8',
} as const;

type FeedPath = keyof typeof types;

export const isFeedPath = (path: string): path is FeedPath => Object.hasOwn(types, path);

/** Longer queries are refused before they are read. */
const maxQuery = 2048;

const text = (status: number, body: string, more: ApiResponse['headers'] = {}): ApiResponse => ({
  status,
  headers: {
    ...openCors,
    ...noSniff,
    ...noStore,
    'content-type': 'text/plain; charset=utf-8',
    ...more,
  },
  text: `${body}\n`,
  isCacheable: false,
});

/** Each mistake on a line of its own. */
const linesOf = (error: InputError): string =>
  (error instanceof InputErrors ? error.all : [error]).map(({ message }) => message).join('\n');

/** `method` is GET also for HEAD; `query` has no question mark. */
export function feedResponse(method: string, path: FeedPath, query: string): ApiResponse {
  if (method !== 'GET') return text(405, 'method not allowed', { allow: 'GET, HEAD' });
  if (query.length > maxQuery) {
    return text(
      414,
      `the query is too long: given ${query.length} characters; accepted: at most ${maxQuery}`,
    );
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
        'content-type': types[path],
      },
      text:
        path === '/data/feeds/deployment.ics'
          ? feedCalendar(feed, undefined)
          : feedAtom(feed, `${path}?${feedQuery(deployment)}`, undefined),
      isCacheable: true,
    };
  } catch (error) {
    if (error instanceof InputError) return text(400, linesOf(error));
    throw error;
  }
}
