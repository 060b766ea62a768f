/**
 * The API at the level of node:http. An answer that was given before is sent again as bytes; a new question takes the
 * short way; everything else goes to Yoga.
 *
 * Kept are answers to queries, by a digest of everything that can change them: method, address, the two headers that
 * are handed on, and the body. Mutations, errors and whatever has another status than 200 are never kept. A query
 * takes no configuration, so an answer holds none; of the request itself the digest alone is kept.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { discreetLogger } from '../plugins/discreet-logger.ts';
import type { Asked } from '../plugins/use-prepared-queries.ts';
import type { createHandler } from '../yoga.ts';
import { type ByteCache, createByteCache } from './byte-cache.ts';
import type { Question } from './question.ts';
import { keyOf, pageKey, questionOf } from './question-key.ts';
import type { QuickAnswer } from './quick-answer.ts';
import { quickHeaders } from './quick-headers.ts';
import { recentKeys } from './recent-keys.ts';
import { failure, type Refusal, sendRefusal, tooLarge } from './refusal.ts';
import { bodyReader } from './request-body.ts';
import { bytesOf, type StoredAnswer, sendAnswer, storedAnswer } from './stored-answer.ts';
import { yogaAnswer } from './yoga-answer.ts';

const maxAnswerBytes = 24 * 1024 * 1024;
/** Of all bodies that have come in part. */
const maxPendingBytes = 64 * 1024 * 1024;

export interface EndpointParts {
  readonly handler: ReturnType<typeof createHandler>;
  readonly quickAnswer: QuickAnswer;
  readonly clientOf: (request: IncomingMessage) => string;
  readonly maxBodyBytes: number;
}

export interface GraphQLEndpoint {
  readonly answers: ByteCache<StoredAnswer>;
  /** How many answers came from where. */
  readonly counts: Readonly<Record<'kept' | 'quick' | 'yoga', number>>;
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    /** Headers of the response, names and values in turn. */
    extra: readonly string[],
  ): void;
}

export function graphqlEndpoint({
  handler,
  quickAnswer,
  clientOf,
  maxBodyBytes,
}: EndpointParts): GraphQLEndpoint {
  const answers = createByteCache<StoredAnswer>(maxAnswerBytes);
  const cameLately = recentKeys(10_000);
  const learntHeaders = quickHeaders();
  const counts = { kept: 0, quick: 0, yoga: 0 };
  const readBody = bodyReader({ each: maxBodyBytes, all: maxPendingBytes });
  const refusals: Record<'too-large' | 'busy', Refusal> = {
    'too-large': tooLarge(maxBodyBytes),
    busy: {
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      message: 'too many bodies are being sent at once; ask again in a few seconds',
    },
  };

  function keep(key: string | undefined, answer: StoredAnswer): void {
    if (key === undefined || !answer.isKept) return;
    if (key === pageKey || cameLately(key)) answers.set(key, answer, bytesOf(answer));
  }

  /** The short way; tells in `asked` how far it came. */
  function quick(question: Question, asked: Asked): StoredAnswer | undefined {
    const headers = learntHeaders.get(question);
    if (headers === undefined) return undefined;
    const { text, prepared } = quickAnswer(question.body);
    if (prepared) asked.prepared = prepared;
    return text === undefined
      ? undefined
      : storedAnswer({ status: 200, headers, text, isKept: true, isTagged: false });
  }

  async function askYoga(question: Question, asked: Asked): Promise<StoredAnswer> {
    const answer = storedAnswer(await yogaAnswer(handler, question, asked));
    if (answer.isKept) learntHeaders.learn(question, answer.headers);
    return answer;
  }

  return {
    answers,
    counts,
    answer(request, response, extra) {
      const fail = (error: unknown) => {
        discreetLogger.error(error);
        if (response.headersSent) response.destroy();
        else sendRefusal(response, failure, extra);
      };
      const send = (answer: StoredAnswer) => sendAnswer(request, response, answer, extra);

      function reply(body?: Buffer): void {
        const question = questionOf(request, body?.toString());
        const key = keyOf(question);
        const kept = key === undefined ? undefined : answers.get(key);
        if (kept !== undefined) {
          counts.kept += 1;
          send(kept)?.catch(fail);
          return;
        }
        const asked: Asked = {};
        const made = key === undefined ? undefined : quick(question, asked);
        if (made !== undefined) {
          counts.quick += 1;
          keep(key, made);
          send(made)?.catch(fail);
          return;
        }
        counts.yoga += 1;
        asked.client = clientOf(request);
        askYoga(question, asked)
          .then((answer) => {
            keep(key, answer);
            return send(answer);
          })
          .catch(fail);
      }

      if (request.method !== 'POST') reply();
      else {
        readBody(request, {
          read: reply,
          refuse: (reason) => sendRefusal(response, refusals[reason], extra),
        });
      }
    },
  };
}
