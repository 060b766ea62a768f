/**
 * Answers to queries, kept by everything that can change them: method, address, the two headers that are handed on,
 * and the body. They are found by a checksum, which is cheaper than a hash of all that, and proved by comparison.
 *
 * Errors, whatever has another status than 200, mutations and queries that take a configuration are never kept, nor is
 * a question with a variable that its operation does not declare. What a client writes elsewhere without being asked,
 * as in a comment, stays in memory, is bounded, and goes to nobody who does not send the same.
 */

import { crc32 } from 'node:zlib';
import { createByteCache } from './byte-cache.ts';
import type { QuestionHead } from './question.ts';
import { recentChecksums } from './recent-checksums.ts';
import { pageQuestion } from './request-question.ts';
import { bytesOf, type StoredAnswer } from './stored-answer.ts';

const maxBytes = 24 * 1024 * 1024;
/** What is longer is rare, and costs more to recognise than to answer. */
const maxLength = 16 * 1024;

/** Leads to the kept answer, but does not prove that it is the one: others may have the same. */
export type Checksum = number;

/** Undefined where the answer should not be kept. */
export function checksumOf({ url }: QuestionHead, body: Buffer): Checksum | undefined {
  if (body.length + url.length > maxLength) return undefined;
  return crc32(body.length === 0 ? url : body);
}

interface Kept {
  readonly head: QuestionHead;
  readonly body: Buffer;
  readonly answer: StoredAnswer;
}

function isTo(kept: Kept, head: QuestionHead, body: Buffer): boolean {
  return (
    kept.body.equals(body) &&
    kept.head.url === head.url &&
    kept.head.accept === head.accept &&
    kept.head.type === head.type &&
    kept.head.method === head.method
  );
}

export interface KeptAnswers {
  readonly bytes: number;
  get(head: QuestionHead, body: Buffer, checksum: Checksum): StoredAnswer | undefined;
  /** Keeps what may be kept, where the question came before. */
  keep(head: QuestionHead, body: Buffer, checksum: Checksum, answer: StoredAnswer): void;
}

export function keptAnswers(): KeptAnswers {
  const kept = createByteCache<Checksum, Kept>(maxBytes);
  const cameLately = recentChecksums(16_384);

  return {
    get bytes() {
      return kept.bytes;
    },
    get(head, body, checksum) {
      const entry = kept.get(checksum);
      return entry !== undefined && isTo(entry, head, body) ? entry.answer : undefined;
    },
    keep(head, body, checksum, answer) {
      if (!answer.isKept) return;
      if (head !== pageQuestion && !cameLately(checksum)) return;
      const { url, type, accept } = head;
      const length = body.length + url.length + type.length + accept.length;
      // A copy: what comes from a connection is part of a larger piece of memory.
      const entry = { head, body: Buffer.from(body), answer };
      kept.set(checksum, entry, bytesOf(answer) + length);
    },
  };
}
