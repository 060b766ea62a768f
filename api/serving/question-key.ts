/** The question of a request to Node's server, and the key that its answer is kept by. */

import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isForPage, type Question } from './question.ts';

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

export const pageKey = 'page';

/** A digest, so that nothing of a question is kept; undefined where its answer should not be kept. */
export function keyOf(question: Question): string | undefined {
  if (isForPage(question)) return pageKey;
  const { method, url, type, accept, body } = question;
  if (body.length > maxLength) return undefined;
  // A line break ends each part: none but the last can hold one.
  return hash('sha256', `${method}\n${url}\n${type}\n${accept}\n${body}`, 'base64');
}
