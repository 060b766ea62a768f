/**
 * Lets pages of any origin ask, without credentials. Yoga's own CORS repeats the origin that asks, so that a shared
 * cache would have to keep each answer once for every origin; a plain star is the same for all.
 */

import type { Plugin } from 'graphql-yoga';

export const openCors = { 'access-control-allow-origin': '*' } as const;

const preflight = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
} as const;

export function useOpenCors(): Plugin {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      if (request.method !== 'OPTIONS') return;
      endResponse(new fetchAPI.Response(null, { status: 204, headers: preflight }));
    },
    onResponse({ response }) {
      for (const [name, value] of Object.entries(openCors)) response.headers.set(name, value);
    },
  };
}
