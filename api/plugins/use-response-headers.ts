/** Adds the constant headers, and answers a browser that asks whether it may send a request from another origin. */

import type { Plugin } from 'graphql-yoga';
import { noSniff, openCors, preflight } from '../request/headers.ts';

const added = Object.entries({ ...openCors, ...noSniff });

export function useResponseHeaders(): Plugin {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      if (request.method !== 'OPTIONS') return;
      endResponse(new fetchAPI.Response(null, { status: 204, headers: preflight }));
    },
    onResponse({ response }) {
      for (const [name, value] of added) response.headers.set(name, value);
    },
  };
}
