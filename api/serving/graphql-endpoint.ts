/**
 * The API at the level of node:http. An answer that was given before is sent again as bytes; a new question takes the
 * short way; everything else goes to Yoga.
 */

import type { IncomingMessage } from 'node:http';
import { discreetLogger } from '../plugins/discreet-logger.ts';
import type { Asked } from '../plugins/use-prepared-queries.ts';
import type { createHandler } from '../yoga.ts';
import type { Exchange } from './exchange.ts';
import { checksumOf, keptAnswers } from './kept-answers.ts';
import type { Question } from './question.ts';
import type { QuickAnswer } from './quick-answer.ts';
import { quickHeaders } from './quick-headers.ts';
import { failure, type Refusal, sendRefusal, tooLarge } from './refusal.ts';
import { bodyReader } from './request-body.ts';
import { questionHeadOf } from './request-question.ts';
import { type StoredAnswer, sendAnswer, storedAnswer } from './stored-answer.ts';
import { takeTurns } from './take-turns.ts';
import { yogaAnswer } from './yoga-answer.ts';

const noBody = Buffer.alloc(0);
/** Of all bodies that have come in part. */
const maxPendingBytes = 64 * 1024 * 1024;

export interface EndpointParts {
  readonly handler: ReturnType<typeof createHandler>;
  readonly quickAnswer: QuickAnswer;
  readonly clientOf: (request: IncomingMessage) => string;
  readonly maxBodyBytes: number;
}

export interface GraphQLEndpoint {
  /** How many answers came from where. */
  readonly counts: Readonly<Record<'kept' | 'quick' | 'yoga', number>>;
  /** Bytes that kept answers take. */
  keptBytes(): number;
  answer(exchange: Exchange): void;
}

export function graphqlEndpoint({
  handler,
  quickAnswer,
  clientOf,
  maxBodyBytes,
}: EndpointParts): GraphQLEndpoint {
  const answers = keptAnswers();
  const learntHeaders = quickHeaders();
  const takeTurn = takeTurns();
  const counts = { kept: 0, quick: 0, yoga: 0 };
  const refusals: Record<'too-large' | 'busy', Refusal> = {
    'too-large': tooLarge(maxBodyBytes),
    busy: {
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      message: 'too many bodies are being sent at once; ask again in a few seconds',
    },
  };

  function refuse({ response, requestId }: Exchange, refusal: Refusal): void {
    response.setHeader('x-request-id', requestId);
    sendRefusal(response, refusal);
  }

  function fail(exchange: Exchange, error: unknown): void {
    discreetLogger.error(error);
    if (exchange.response.headersSent) exchange.response.destroy();
    else refuse(exchange, failure);
  }

  function send(exchange: Exchange, answer: StoredAnswer): void {
    sendAnswer(exchange, answer)?.catch((error) => fail(exchange, error));
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

  function reply(exchange: Exchange, body: Buffer): void {
    const head = questionHeadOf(exchange.request);
    const checksum = checksumOf(head, body);
    const kept = checksum === undefined ? undefined : answers.get(head, body, checksum);
    if (kept !== undefined) {
      counts.kept += 1;
      send(exchange, kept);
      return;
    }
    const question = { ...head, body: body.toString() };
    const asked: Asked = {};
    const made = checksum === undefined ? undefined : quick(question, asked);
    const keepAndSend = (answer: StoredAnswer) => {
      if (checksum !== undefined) answers.keep(head, body, checksum, answer);
      send(exchange, answer);
    };
    if (made !== undefined) {
      counts.quick += 1;
      keepAndSend(made);
      return;
    }
    counts.yoga += 1;
    asked.client = clientOf(exchange.request);
    takeTurn(() => {
      // Whoever has gone while waiting gets no answer.
      if (exchange.response.destroyed) return;
      askYoga(question, asked)
        .then(keepAndSend)
        .catch((error) => fail(exchange, error));
    });
  }

  const readBody = bodyReader({
    each: maxBodyBytes,
    all: maxPendingBytes,
    read: reply,
    refuse: (exchange, reason) => refuse(exchange, refusals[reason]),
  });

  return {
    counts,
    keptBytes: () => answers.bytes,
    answer(exchange) {
      if (exchange.request.method === 'POST') readBody(exchange);
      else reply(exchange, noBody);
    },
  };
}
