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
  readonly body: Buffer;
}

/** What is longer is rare, and costs more to recognise than to answer. */
const maxKeyBytes = 16 * 1024;

const noBody = Buffer.alloc(0);

export function questionOf(request: IncomingMessage, body: Buffer = noBody): Question {
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
  if (body.length > maxKeyBytes) return undefined;
  // A line break ends each part: none but the last can hold one.
  const text = `${method}\n${url}\n${type}\n${accept}\n${body.toString('latin1')}`;
  return hash('sha256', text, 'base64');
}
