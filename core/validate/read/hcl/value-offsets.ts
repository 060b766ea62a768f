/** Where in the sources values are written: objects and lists, and their entries. */

import type { SourceLocation } from '../source/location.ts';
import type { SourceTexts } from './source-text.ts';

interface Offsets {
  readonly at: number;
  readonly entries: ReadonlyMap<string | number, number>;
  /** The block that makes it for every element of something. */
  readonly loopAt?: number;
}

export class ValueOffsets {
  readonly #texts: SourceTexts;
  readonly #byValue = new WeakMap<object, Offsets>();

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
    this.#byValue.set(value, { at, entries, ...(loopAt !== undefined && { loopAt }) });
  }

  loopAt(value: unknown): number | undefined {
    return this.#find(value)?.loopAt;
  }

  /** A value made out of another one has the offsets of that. */
  inherit(value: unknown, from: unknown): void {
    const offsets = this.#find(from);
    if (offsets && isObject(value) && !this.#byValue.has(value)) this.#byValue.set(value, offsets);
  }

  at(value: unknown): number | undefined {
    return this.#find(value)?.at;
  }

  /** Where the entry of a list or object is written. */
  entryAt(value: unknown, key: string | number): number | undefined {
    return this.#find(value)?.entries.get(key);
  }

  #find(value: unknown): Offsets | undefined {
    return isObject(value) ? this.#byValue.get(value) : undefined;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
