/** Where in the sources values stand: objects and lists, and their entries. */

import type { SourceLocation } from '../source/location.ts';
import type { SourceTexts } from './source-text.ts';

interface Place {
  readonly at: number;
  readonly entries: ReadonlyMap<string | number, number>;
  /** The block that makes it for every element of something. */
  readonly loopAt?: number;
}

export class Places {
  readonly #texts: SourceTexts;
  readonly #places = new WeakMap<object, Place>();

  constructor(texts: SourceTexts) {
    this.#texts = texts;
  }

  locate(at: number): SourceLocation {
    return this.#texts.locate(at);
  }

  remember(
    value: object,
    at: number,
    entries: ReadonlyMap<string | number, number>,
    loopAt?: number,
  ): void {
    this.#places.set(value, { at, entries, ...(loopAt !== undefined && { loopAt }) });
  }

  loopAt(value: unknown): number | undefined {
    return this.#find(value)?.loopAt;
  }

  /** What is made out of something else stands where that stands. */
  inherit(value: unknown, from: unknown): void {
    const place = this.#find(from);
    if (place && isObject(value) && !this.#places.has(value)) this.#places.set(value, place);
  }

  at(value: unknown): number | undefined {
    return this.#find(value)?.at;
  }

  /** Where the entry of a list or object stands. */
  entryAt(value: unknown, key: string | number): number | undefined {
    return this.#find(value)?.entries.get(key);
  }

  #find(value: unknown): Place | undefined {
    return isObject(value) ? this.#places.get(value) : undefined;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
