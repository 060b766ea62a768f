/** The question of a request to Node's server. */

import type { IncomingMessage } from 'node:http';
import { isForPage, type QuestionHead } from './question.ts';

/** All that ask for GraphiQL get the same page. */
export const pageQuestion: QuestionHead = {
  method: 'GET',
  url: '/graphql',
  type: '',
  accept: 'text/html',
};

export function questionHeadOf({
  method = 'GET',
  url = '',
  headers,
}: IncomingMessage): QuestionHead {
  const head = {
    method: method === 'HEAD' ? 'GET' : method,
    url,
    type: headers['content-type'] ?? '',
    accept: headers.accept ?? '',
  };
  return isForPage(head) ? pageQuestion : head;
}
