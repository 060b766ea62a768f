/**
 * The API at the level of node:http. An answer that was given before is sent again as bytes; a new question takes the
 * short way; everything else goes to Yoga.
 *
 * Kept are answers to queries, by a digest of everything that can change them: method, address, the two headers that
 * are handed on, and the body. Mutations, errors and whatever has another status than 200 are never kept. A query
 * takes no configuration, so an answer holds none; of the request itself the digest alone is kept.
 */

import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Asked } from '../plugins/use-prepared-queries.ts';
import type { createHandler } from '../yoga.ts';
import { type ByteCache, createByteCache } from './byte-cache.ts';
import type { QuickAnswer } from './quick-answer.ts';
import { type Refusal, sendRefusal } from './refusal.ts';
import { bodyReader } from './request-body.ts';
import { noSniffing, pageHeaders } from './security-headers.ts';
import { bytesOf, type StoredAnswer, sendAnswer, storedAnswer } from './stored-answer.ts';

/** A question in a longer body is rare, and costs more than its answer. */
const maxKeyBytes = 16 * 1024;
const maxAnswerBytes = 24 * 1024 * 1024;
const maxHeaderBytes = 64 * 1024;
/** Of all bodies that have come in part. */
const maxPendingBytes = 64 * 1024 * 1024;

/** The data changes with a new version alone: caches ask again after minutes, and are told "unchanged". */
const cacheControl = 'public, max-age=300, stale-while-revalidate=86400';

export interface EndpointParts {
  readonly handler: ReturnType<typeof createHandler>;
  readonly quickAnswer: QuickAnswer;
  readonly maxBodyBytes: number;
}

export interface GraphQLEndpoint {
  readonly answers: ByteCache<StoredAnswer>;
  /** How many answers came from where. */
  readonly counts: Readonly<Record<'kept' | 'quick' | 'yoga', number>>;
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    client: string,
    /** Headers of the response, names and values in turn. */
    extra: readonly string[],
  ): Promise<void>;
}

interface Question {
  readonly method: string;
  readonly url: string;
  readonly type: string;
  readonly accept: string;
  readonly body: Buffer;
}

const noBody = Buffer.alloc(0);
const jsonTypes = /^application\/(graphql-response\+)?json;/;

function isShort(body: Buffer): boolean {
  return body.length <= maxKeyBytes;
}

/** Where Yoga answers with GraphiQL: the same page whatever stands behind the question mark. */
function isPage({ method, accept }: Pick<Question, 'method' | 'accept'>): boolean {
  return method === 'GET' && accept.includes('text/html');
}

/** No part of it but the body can hold a line break. */
function keyOf(question: Question): string {
  if (isPage(question)) return 'page';
  const { method, url, type, accept, body } = question;
  return hash('sha256', `${method}\n${url}\n${type}\n${accept}\n${body.toString('latin1')}`);
}

export function graphqlEndpoint({
  handler,
  quickAnswer,
  maxBodyBytes,
}: EndpointParts): GraphQLEndpoint {
  const answers = createByteCache<StoredAnswer>(maxAnswerBytes);
  /** Headers that Yoga sent with an answer to a query in JSON, by the headers of the request. */
  const quickHeaders = createByteCache<Readonly<Record<string, string>>>(maxHeaderBytes);
  const counts = { kept: 0, quick: 0, yoga: 0 };
  const readBody = bodyReader({ each: maxBodyBytes, all: maxPendingBytes });
  const refusals: Record<'too-large' | 'busy', Refusal> = {
    'too-large': {
      status: 413,
      code: 'REQUEST_ENTITY_TOO_LARGE',
      message: `the body of the request is too large; accepted: at most ${maxBodyBytes} bytes`,
    },
    busy: {
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      message: 'too many bodies are being sent at once; ask again in a few seconds',
    },
  };

  async function askYoga(
    { method, url, type, accept, body }: Question,
    asked: Asked,
  ): Promise<StoredAnswer> {
    const request = new handler.fetchAPI.Request(`http://localhost${url}`, {
      method,
      headers: { ...(accept && { accept }), ...(type && { 'content-type': type }) },
      body: method === 'POST' ? new Uint8Array(body) : null,
    });
    const given = await handler.fetch(request, { asked });
    const isKept = given.status === 200 && (asked.isAnsweredQuery || isPage({ method, accept }));
    return storedAnswer({
      status: given.status,
      headers: {
        ...Object.fromEntries(given.headers),
        vary: 'accept, accept-encoding',
        'cache-control': isKept && method === 'GET' ? cacheControl : 'no-store',
        ...(isPage({ method, accept }) ? pageHeaders : noSniffing),
      },
      body: Buffer.from(await given.arrayBuffer()),
      isKept,
    });
  }

  async function newAnswer(question: Question, client: string): Promise<StoredAnswer> {
    const { method, type, accept, body } = question;
    const asked: Asked = { client };
    const isJson = method === 'POST' && type.startsWith('application/json');
    const headersKey = `${type}\n${accept}`;
    const headers = isJson && isShort(body) ? quickHeaders.get(headersKey) : undefined;
    if (headers !== undefined) {
      const { text, prepared } = quickAnswer(body);
      if (text !== undefined) {
        counts.quick += 1;
        return storedAnswer({ status: 200, headers, body: Buffer.from(text), isKept: true });
      }
      if (prepared) asked.prepared = prepared;
    }
    counts.yoga += 1;
    const answer = await askYoga(question, asked);
    if (isJson && answer.isKept && jsonTypes.test(answer.headers['content-type'] ?? '')) {
      quickHeaders.set(headersKey, answer.headers, headersKey.length + 500);
    }
    return answer;
  }

  return {
    answers,
    counts,
    async answer(request, response, client, extra) {
      const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
      let body: Buffer = noBody;
      if (method === 'POST') {
        const reading = await readBody(request);
        if (reading.kind === 'gone') return;
        if (reading.kind !== 'read') return sendRefusal(response, refusals[reading.kind], extra);
        body = reading.body;
      }
      const { accept = '', 'content-type': type = '' } = request.headers;
      const question = { method, url: request.url ?? '', type, accept, body };
      const key = isShort(body) ? keyOf(question) : undefined;
      const kept = key === undefined ? undefined : answers.get(key);
      if (kept !== undefined) {
        counts.kept += 1;
        return sendAnswer(request, response, kept, extra);
      }
      const answer = await newAnswer(question, client);
      if (key !== undefined && answer.isKept) answers.set(key, answer, bytesOf(answer));
      return sendAnswer(request, response, answer, extra);
    },
  };
}
