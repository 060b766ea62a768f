/** The question of a request to Node's server. */

import type { IncomingMessage } from 'node:http';
import { isForPage, type Question } from './question.ts';

/** All that ask for GraphiQL get the same page. */
export const pageQuestion: Question = {
  method: 'GET',
  url: '/graphql',
  type: '',
  accept: 'text/html',
  body: '',
};

export function questionOf(request: IncomingMessage, body: string): Question {
  const { method = 'GET', url = '', headers } = request;
  const question = {
    method: method === 'HEAD' ? 'GET' : method,
    url,
    type: headers['content-type'] ?? '',
    accept: headers.accept ?? '',
    body,
  };
  return isForPage(question) ? pageQuestion : question;
}
