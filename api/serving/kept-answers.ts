/**
 * Answers to queries, kept by everything that can change them: method, address, the two headers that are handed on,
 * and the body. They are found by a checksum, which is cheaper than a hash of all that, and proved by comparison.
 *
 * Mutations, errors and whatever has another status than 200 are never kept: a query takes no configuration, so a
 * question that is kept holds none, unless its client sent it along unasked; it stays in memory, is bounded, and goes
 * to nobody who does not send the same.
 */

import { crc32 } from 'node:zlib';
import { createByteCache } from './byte-cache.ts';
import type { Question } from './question.ts';
import { recentChecksums } from './recent-checksums.ts';
import { pageQuestion } from './request-question.ts';
import { bytesOf, type StoredAnswer } from './stored-answer.ts';

const maxBytes = 24 * 1024 * 1024;
/** What is longer is rare, and costs more to recognise than to answer. */
const maxLength = 16 * 1024;

/** Leads to the kept answer, but does not prove that it is the one: others may have the same. */
export type Checksum = number;

/** Undefined where the answer should not be kept. */
export function checksumOf(
  { url, body }: Question,
  bytes: Buffer | undefined,
): Checksum | undefined {
  if (body.length + url.length > maxLength) return undefined;
  return crc32(bytes ?? url);
}

function isSame(one: Question, other: Question): boolean {
  return (
    one.body === other.body &&
    one.url === other.url &&
    one.accept === other.accept &&
    one.type === other.type &&
    one.method === other.method
  );
}

export interface KeptAnswers {
  readonly bytes: number;
  get(question: Question, checksum: Checksum): StoredAnswer | undefined;
  /** Keeps what may be kept, where the question came before. */
  keep(question: Question, checksum: Checksum, answer: StoredAnswer): void;
}

export function keptAnswers(): KeptAnswers {
  const kept = createByteCache<
    Checksum,
    { readonly question: Question; readonly answer: StoredAnswer }
  >(maxBytes);
  const cameLately = recentChecksums(16_384);

  return {
    get bytes() {
      return kept.bytes;
    },
    get(question, checksum) {
      const entry = kept.get(checksum);
      return entry !== undefined && isSame(entry.question, question) ? entry.answer : undefined;
    },
    keep(question, checksum, answer) {
      if (!answer.isKept) return;
      if (question !== pageQuestion && !cameLately(checksum)) return;
      const { body, url, type, accept } = question;
      const length = body.length + url.length + type.length + accept.length;
      kept.set(checksum, { question, answer }, bytesOf(answer) + length);
    },
  };
}
