/**
 * Remembers the headers that Yoga sent with an answer without errors, by the headers of the request, for answers to the
 * same request headers that do not pass it. An answer that may be kept has others than one that may not.
 */

import type { Question } from './question.ts';

type Headers = Readonly<Record<string, string>>;

/** Clients send a handful of combinations; whoever sends others is answered by Yoga. */
const maxCombinations = 100;

const jsonTypes = /^application\/(graphql-response\+)?json;/;

function isJson({ method, type }: Question): boolean {
  return method === 'POST' && type.startsWith('application/json');
}

/** What is known of a combination of request headers. */
interface Known {
  readonly type: string;
  readonly accept: string;
  kept?: Headers;
  passing?: Headers;
}

export interface QuickHeaders {
  get(question: Question): Readonly<Known> | undefined;
  /** Remembers them where the question stands in JSON and was answered in JSON. */
  learn(question: Question, kind: 'kept' | 'passing', headers: Headers): void;
}

export function quickHeaders(): QuickHeaders {
  const combinations: Known[] = [];

  function find({ type, accept }: Question): Known | undefined {
    return combinations.find((known) => known.accept === accept && known.type === type);
  }

  return {
    get: (question) => (isJson(question) ? find(question) : undefined),
    learn(question, kind, headers) {
      if (!isJson(question) || !jsonTypes.test(headers['content-type'] ?? '')) return;
      let known = find(question);
      if (known === undefined) {
        known = { type: question.type, accept: question.accept };
        combinations.unshift(known);
        if (combinations.length > maxCombinations) combinations.pop();
      }
      known[kind] ??= headers;
    },
  };
}
