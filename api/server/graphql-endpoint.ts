/**
 * The API at the level of node:http. An answer that was given before is sent again as bytes; a new question takes the
 * short way; everything else goes to Yoga. What may take long, on either way, waits for its turn.
 */

import type { IncomingMessage } from 'node:http';
import { discreetLogger } from '../plugins/discreet-logger.ts';
import type { Asked } from '../plugins/use-prepared-queries.ts';
import type { createHandler } from '../yoga.ts';
import type { Exchange } from './exchange.ts';
import { checksumOf, keptAnswers } from './kept-answers.ts';
import type { Question } from './question.ts';
import type { ReadQuickly } from './quick-answer.ts';
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
  readonly readQuickly: ReadQuickly;
  readonly clientOf: (request: IncomingMessage) => string;
  readonly maxBodyBytes: number;
}

/** The short way for one question. */
interface Quick {
  readonly isCostly: boolean;
  /** The answer; undefined where Yoga has to give it. */
  answer(): StoredAnswer | undefined;
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
  readQuickly,
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

  /** What may be answered the short way; tells in `asked` how far it came. */
  function quick(question: Question, asked: Asked): Quick | undefined {
    const known = learntHeaders.get(question);
    const read = known && readQuickly(question.body, asked);
    if (read === undefined) return undefined;
    const { isCostly, isKept } = read;
    const headers = isKept ? known?.kept : known?.passing;
    if (headers === undefined) return undefined;
    const answer = () => {
      const text = read.answer();
      return text === undefined
        ? undefined
        : storedAnswer({ status: 200, headers, text, isKept, isTagged: false });
    };
    return { isCostly, answer };
  }

  async function askYoga(question: Question, asked: Asked): Promise<StoredAnswer> {
    const answer = storedAnswer(await yogaAnswer(handler, question, asked));
    if (asked.isAnswered && answer.status === 200) {
      learntHeaders.learn(question, answer.isKept ? 'kept' : 'passing', answer.headers);
    }
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
    const asked: Asked = { client: clientOf(exchange.request) };
    const keepAndSend = (answer: StoredAnswer) => {
      if (checksum !== undefined) answers.keep(head, body, checksum, answer);
      send(exchange, answer);
    };
    /** Whether there is an answer. */
    const answerQuickly = (way: Quick | undefined) => {
      const answer = way?.answer();
      if (answer === undefined) return false;
      counts.quick += 1;
      keepAndSend(answer);
      return true;
    };
    const isLong = checksum === undefined;
    let way = isLong ? undefined : quick(question, asked);
    if (way?.isCostly === false) {
      if (answerQuickly(way)) return;
      way = undefined;
    }

    async function answerInTurn(): Promise<void> {
      // Whoever has gone while waiting gets no answer.
      if (exchange.response.destroyed) return;
      if (isLong) way = quick(question, asked);
      if (answerQuickly(way)) return;
      counts.yoga += 1;
      keepAndSend(await askYoga(question, asked));
    }

    takeTurn(() => {
      answerInTurn().catch((error) => fail(exchange, error));
    });
  }

  /** What goes wrong costs one answer, not the process. */
  function replyOrFail(exchange: Exchange, body: Buffer): void {
    try {
      reply(exchange, body);
    } catch (error) {
      fail(exchange, error);
    }
  }

  const readBody = bodyReader({
    each: maxBodyBytes,
    all: maxPendingBytes,
    read: replyOrFail,
    refuse: (exchange, reason) => refuse(exchange, refusals[reason]),
  });

  return {
    counts,
    keptBytes: () => answers.bytes,
    answer(exchange) {
      if (exchange.request.method === 'POST') readBody(exchange);
      else replyOrFail(exchange, noBody);
    },
  };
}
