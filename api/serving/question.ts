/** A request to the API, reduced to what can change its answer. */

import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Question {
  /** GET also for HEAD, which is answered the same but for the body. */
  readonly method: string;
  readonly url: string;
  /** Header Content-Type, empty where there is none. */
  readonly type: string;
  /** Header Accept, empty where there is none. */
  readonly accept: string;
  /** As text: whoever reads it reads UTF-8, and what is no UTF-8 means the same to all. */
  readonly body: string;
}

/** What is longer is rare, and costs more to recognise than to answer. */
const maxLength = 16 * 1024;

export function questionOf(request: IncomingMessage, body = ''): Question {
  const { method = 'GET', url = '', headers } = request;
  return {
    method: method === 'HEAD' ? 'GET' : method,
    url,
    type: headers['content-type'] ?? '',
    accept: headers.accept ?? '',
    body,
  };
}

/** Where Yoga answers with GraphiQL: the same page whatever stands behind the question mark. */
export function isForPage({ method, accept }: Question): boolean {
  return method === 'GET' && accept.includes('text/html');
}

export const pageKey = 'page';

/** A digest, so that nothing of a question is kept; undefined where its answer should not be kept. */
export function keyOf(question: Question): string | undefined {
  if (isForPage(question)) return pageKey;
  const { method, url, type, accept, body } = question;
  if (body.length > maxLength) return undefined;
  // A line break ends each part: none but the last can hold one.
  return hash('sha256', `${method}\n${url}\n${type}\n${accept}\n${body}`, 'base64');
}
