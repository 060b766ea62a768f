/** Hands a question to Yoga, and its answer back with the headers that caches and browsers go by. */

import type { Asked } from '../plugins/use-prepared-queries.ts';
import type { createHandler } from '../yoga.ts';
import type { Answer } from './answer.ts';
import { isForPage, type Question } from './question.ts';
import { noSniffing, pageHeaders } from './security-headers.ts';

/** The data changes with a new version alone: caches ask again after minutes, and are told "unchanged". */
const cacheControl = 'public, max-age=300, stale-while-revalidate=86400';

/** How a body goes over a connection is for whoever sends it to say: two of these in one answer make it unreadable. */
const framing = new Set(['connection', 'content-length', 'transfer-encoding']);

function headersOf({ headers }: Response): Record<string, string> {
  const named = [...headers].map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(named.filter(([name]) => !framing.has(name)));
}

export async function yogaAnswer(
  handler: ReturnType<typeof createHandler>,
  question: Question,
  asked: Asked,
): Promise<Answer> {
  const { method, url, type, accept, body } = question;
  const request = new handler.fetchAPI.Request(`http://localhost${url}`, {
    method,
    headers: { ...(accept && { accept }), ...(type && { 'content-type': type }) },
    body: method === 'POST' && asked.parameters === undefined ? body : null,
  });
  // A body that is a text brings a media type along that nobody has sent.
  if (!type) request.headers.delete('content-type');
  const given = await handler.fetch(request, { asked });
  const isPage = isForPage(question);
  const isKept = given.status === 200 && (isPage || asked.isKept === true);
  const isForCaches = isKept && method === 'GET';
  const headers = {
    ...headersOf(given),
    ...(isForCaches
      ? { vary: 'accept, accept-encoding', 'cache-control': cacheControl }
      : // Caches keep no answer to POST that does not ask for it: there is nothing to forbid.
        !isKept && { 'cache-control': 'no-store' }),
    ...(isPage ? pageHeaders : noSniffing),
  };
  return {
    status: given.status,
    headers,
    text: await given.text(),
    isKept,
    isTagged: isForCaches,
  };
}
