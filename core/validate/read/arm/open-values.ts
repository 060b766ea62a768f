/** Values that only the deployment can tell, each with a key; equal calls in one scope have equal keys. */

import { keysOf, measure } from '../template-values.ts';
import { openPart, Unresolved } from '../unresolved.ts';
import type { World } from './world.ts';

/** In characters, and in items and characters of the arguments together. */
export const maxKey = 2000;
const priceOfKey = 4; // in items
const ofOneScope = ['parameters', 'copyindex', 'variables', 'unreadable'];

export class OpenValues {
  readonly #world: Pick<World<never>, 'budget' | 'nextId'>;
  readonly #scope: number;

  constructor(world: Pick<World<never>, 'budget' | 'nextId'>, scope: number) {
    this.#world = world;
    this.#scope = scope;
  }

  /** A value that is equal to no other. */
  unique(description: string, text: string): Unresolved {
    this.#world.budget.handle(priceOfKey, 0);
    return new Unresolved(openPart(`${this.#world.nextId++} ${description.slice(0, 200)}`), text);
  }

  ofCall(name: string, values: readonly unknown[]): Unresolved {
    const isLocal = values.length === 0 || ofOneScope.includes(name);
    const { items, characters } = measure(values);
    if (items + characters > maxKey) return this.unique(name, '[]');
    this.#world.budget.handle(items + priceOfKey, characters);
    const keys = keysOf(values).join();
    if (keys.length > maxKey) return this.unique(name, '[]');
    return new Unresolved(openPart(`${isLocal ? this.#scope : ''} ${name}(${keys})`), '[]');
  }
}
