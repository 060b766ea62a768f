/** Serves the feeds that are computed for a deployment, before the files of the site. */

import { LRUCache } from 'lru-cache';
import { feedResponse, isFeedPath } from '../request/feeds.ts';
import {
  bytesOf,
  type Exchange,
  type StoredResponse,
  sendStored,
  storedResponse,
} from './stored-response.ts';

const maxCacheBytes = 1024 * 1024;

/** What answers all but the paths of feeds is `next`. */
export function feedsBefore(next: (exchange: Exchange) => void): (exchange: Exchange) => void {
  const cache = new LRUCache<string, StoredResponse>({
    maxSize: maxCacheBytes,
    sizeCalculation: (response, key) => bytesOf(response) + key.length,
  });
  return (exchange) => {
    const { method = 'GET', url = '' } = exchange.request;
    const [path = '', query = ''] = url.split(/\?(.*)/s, 2);
    if (!isFeedPath(path)) {
      next(exchange);
      return;
    }
    const isRead = method === 'GET' || method === 'HEAD';
    const cached = isRead ? cache.get(url) : undefined;
    if (cached) {
      sendStored(exchange, cached);
      return;
    }
    const response = feedResponse(isRead ? 'GET' : method, path, query);
    const stored = storedResponse(response, true);
    if (response.isCacheable) cache.set(url, stored);
    sendStored(exchange, stored);
  };
}
