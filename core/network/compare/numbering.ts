/** Numbers texts and sets, equal ones alike, so that long ones are compared once. */

import type { IntervalSet } from '../sets/interval-set.ts';

export class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly #ofSets = new WeakMap<IntervalSet, number>();

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  ofSet(set: IntervalSet): number {
    const known = this.#ofSets.get(set) ?? this.of(set.join());
    this.#ofSets.set(set, known);
    return known;
  }
}
