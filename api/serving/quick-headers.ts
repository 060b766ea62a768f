/**
 * Remembers the headers that Yoga sent with the answer to a query, by the headers of the request, for answers to the
 * same request headers that do not pass it.
 */

import type { Question } from './question.ts';

type Headers = Readonly<Record<string, string>>;

/** Clients send a handful of combinations; whoever sends others is answered by Yoga. */
const maxCombinations = 100;

const jsonTypes = /^application\/(graphql-response\+)?json;/;

function isJson({ method, type }: Question): boolean {
  return method === 'POST' && type.startsWith('application/json');
}

export interface QuickHeaders {
  get(question: Question): Headers | undefined;
  /** Remembers them where the question is a query in JSON and was answered in JSON. */
  learn(question: Question, headers: Headers): void;
}

export function quickHeaders(): QuickHeaders {
  const known: { type: string; accept: string; headers: Headers }[] = [];

  function get(question: Question): Headers | undefined {
    if (!isJson(question)) return undefined;
    const { type, accept } = question;
    return known.find((entry) => entry.accept === accept && entry.type === type)?.headers;
  }

  return {
    get,
    learn(question, headers) {
      if (!isJson(question) || !jsonTypes.test(headers['content-type'] ?? '')) return;
      if (get(question) !== undefined) return;
      const { type, accept } = question;
      known.unshift({ type, accept, headers });
      if (known.length > maxCombinations) known.pop();
    },
  };
}
