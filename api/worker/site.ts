/** The site in a Worker: the files of an assets binding, which serves the file with exactly the path of the request. */

import { siteHeaders } from '../request/headers.ts';
import { methodNotAllowed } from '../request/text-response.ts';
import { fetchResponse } from './fetch.ts';

export interface SiteAssets {
  fetch(request: Request): Promise<Response>;
}

/** The file of an address; a page is the index of its directory, also without the slash at the end. */
function fileOf(pathname: string): string {
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  if (name === '') return `${pathname}index.html`;
  return name.includes('.') ? pathname : `${pathname}/index.html`;
}

function withHeaders(response: Response, status: number, more: Record<string, string>): Response {
  const headers = new Headers(more);
  for (const name of ['content-type', 'content-length', 'etag']) {
    const value = response.headers.get(name);
    if (value !== null && !headers.has(name)) headers.set(name, value);
  }
  return new Response(response.body, { status, headers });
}

export async function siteAnswer(request: Request, url: URL, site: SiteAssets): Promise<Response> {
  const { method } = request;
  if (method !== 'GET' && method !== 'HEAD') {
    return fetchResponse(request, methodNotAllowed(siteHeaders('/')));
  }
  const ask = (file: string, headers: Record<string, string> = {}) =>
    site.fetch(new Request(new URL(file, url.origin), { method, headers }));
  const tag = request.headers.get('if-none-match');
  const response = await ask(fileOf(url.pathname), tag === null ? {} : { 'if-none-match': tag });
  if (response.status === 404) {
    const page = await ask('/404.html');
    return withHeaders(page, 404, {
      ...siteHeaders('/404.html'),
      'content-type': 'text/html; charset=utf-8',
    });
  }
  return withHeaders(response, response.status, siteHeaders(url.pathname));
}
