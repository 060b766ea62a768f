/** Response headers that are the same in every response of a kind, in every runtime and on every way through the server. */

import { memoize } from '../../core/network/memoize.ts';

/** Pages of any origin may ask, without credentials: a star is the same for all, so shared caches hold one copy. */
export const openCors = { 'access-control-allow-origin': '*' } as const;

export const preflight = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
} as const;

export const noSniff = { 'x-content-type-options': 'nosniff' } as const;

export const noStore = { 'cache-control': 'no-store' } as const;

/** The data changes with a new version of the server only: caches ask again after minutes, and get a 304. */
const publicCaching = {
  vary: 'accept, accept-encoding',
  'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
} as const;

/** Names what a query used that is deprecated; pages of other origins may read it. */
const deprecationHeaders = (deprecated: string) =>
  deprecated && {
    'x-deprecated-fields': deprecated,
    'access-control-expose-headers': 'x-deprecated-fields',
  };

/** What each response to a query has. Caches store none to POST, so there is nothing to forbid. */
export const responseHeaders = (isCacheable: boolean, isGet: boolean, deprecated = '') => ({
  ...openCors,
  ...noSniff,
  ...(!isCacheable ? noStore : isGet && publicCaching),
  ...deprecationHeaders(deprecated),
});

const sharedHeaders = memoize((isCacheable: boolean) =>
  memoize((type: string) => ({
    'content-type': `${type}; charset=utf-8`,
    ...responseHeaders(isCacheable, false),
  })),
);

/** Those of a response to POST in a type of JSON. Most share one object: to make it takes a tenth of a short response. */
export function postHeaders(type: string, isCacheable: boolean, deprecated: string) {
  const shared = sharedHeaders(isCacheable)(type);
  return deprecated ? { ...shared, ...deprecationHeaders(deprecated) } : shared;
}

const pageHeaders = {
  ...noSniff,
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
} as const;

/** GraphiQL's editor writes styles into the page and starts its workers from files of ours. */
export const graphiqlHeaders = {
  ...pageHeaders,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  vary: 'accept, accept-encoding',
  'content-security-policy': [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
} as const;

/** Headers of a file of the site. Each page carries its own policy; only a header can say who may frame it. */
export function siteHeaders(pathname: string): Record<string, string> {
  return {
    ...pageHeaders,
    'content-security-policy': "frame-ancestors 'none'",
    // Astro puts a hash of the content into the names of these files.
    'cache-control': pathname.startsWith('/_astro/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    // Tables for machines, which pages of other origins may read as they read the API.
    ...(/^\/(data\/|schema\.graphql$)/.test(pathname) && openCors),
  };
}
