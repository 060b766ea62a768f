/**
 * How much work the reading of documents may take: steps, items and characters are counted, never time, and one budget
 * is shared by all documents of a validation.
 */

import { InputError } from '../../../input-error.ts';
import { measure } from '../template-values.ts';

/** Values read and expressions evaluated, each turn of a loop or lambda by itself. */
const maxSteps = 200_000;
/** Entries of lists and objects that functions and loops read or make, dearer ones (see prices.ts) several times. */
const maxItems = 500_000;
/** Characters of texts that functions read or make. */
const maxCharacters = 4_000_000;

const maxDepth = 200;
/** A document can spell out a value of this many items; functions that read it pay for them each time. */
const maxValueItems = 2 * maxSteps;

export class Budget {
  #steps = 0;
  #items = 0;
  #characters = 0;
  #depth = 0;

  get spent(): { readonly steps: number; readonly items: number; readonly characters: number } {
    return { steps: this.#steps, items: this.#items, characters: this.#characters };
  }

  step(): void {
    this.#steps += 1;
    if (this.#steps > maxSteps) throw tooMuch(maxSteps, 'values and calls');
  }

  /** Called before the work is done. */
  handle(items: number, characters: number): void {
    this.#items += items;
    this.#characters += characters;
    if (this.#items > maxItems) throw tooMuch(maxItems, 'items of lists and objects');
    if (this.#characters > maxCharacters) throw tooMuch(maxCharacters, 'characters of texts');
  }

  /** Pays for every part of the value. */
  handleWhole(value: unknown): void {
    const { items, characters } = measure(value);
    this.handle(items, characters);
  }

  /** What the reading of sources took, as a part of all that it may take: from 0 to 1. */
  takePart(part: number): void {
    this.#steps += Math.ceil(part * maxSteps);
    this.handle(Math.ceil(part * maxItems), Math.ceil(part * maxCharacters));
  }

  /** What is computed one level further down; `tooDeep` where there are no more levels. */
  oneDeeper(compute: () => unknown, tooDeep: () => unknown): unknown {
    if (this.#depth > maxDepth) return tooDeep();
    this.#depth += 1;
    try {
      return compute();
    } finally {
      this.#depth -= 1;
    }
  }
}

const tooMuch = (limit: number, what: string) =>
  new InputError('the template takes too much work to read', {
    path: ['document'],
    given: `more than ${limit} ${what}`,
    expected: ['a template with the service and its network alone'],
  });

export function isTooLarge(value: unknown): boolean {
  const { items, characters, depth } = measure(value);
  return items > maxValueItems || characters > maxCharacters || depth > maxDepth;
}
