/** Names with a dot behind: var, local, module, data, and the types of resources. */

import { DefaultsByKey, type DefaultsRead } from '../arm/defaults-read.ts';
import { Failure } from './budget.ts';
import type { Block } from './syntax.ts';
import { Members, type Value } from './values.ts';

/** Members that are evaluated on first use, each once; one that needs itself has no value. */
export class Names extends Members {
  readonly text: string;
  readonly #defaults: DefaultsByKey;
  readonly #evaluate: (name: string, at: number) => Value;
  readonly #offsetOf: (name: string) => number | undefined;
  readonly #values = new Map<string, Value | Failure>();
  readonly #pending = new Set<string>();

  constructor(
    text: string,
    defaults: DefaultsRead,
    evaluate: (name: string, at: number) => Value,
    offsetOf: (name: string) => number | undefined = () => undefined,
  ) {
    super();
    this.text = text;
    this.#defaults = new DefaultsByKey(defaults);
    this.#evaluate = evaluate;
    this.#offsetOf = offsetOf;
  }

  member(name: string, at: number): Value {
    const known = this.#values.get(name);
    if (known instanceof Failure) throw known;
    if (known !== undefined) {
      this.#defaults.read(name);
      return known;
    }
    if (this.#pending.has(name)) throw new Failure(`${this.text}.${name} depends on itself`, at);
    this.#pending.add(name);
    try {
      const value = this.#defaults.compute(name, () => this.#evaluate(name, at));
      this.#values.set(name, value);
      return value;
    } catch (error) {
      if (error instanceof Failure) this.#values.set(name, error);
      throw error;
    } finally {
      this.#pending.delete(name);
    }
  }

  override offsetOf(name: string): number | undefined {
    return this.#offsetOf(name);
  }
}

/** The resources of a type by their names; undefined where there is none. */
export function ofType(
  type: string,
  blocks: ReadonlyMap<string, Block>,
  resource: (block: Block) => Value,
  prefix: string,
  defaults: DefaultsRead,
): Members | undefined {
  let isThere = false;
  for (const block of blocks.values()) if (block.labels[0]?.text === type) isThere = true;
  if (!isThere) return undefined;
  return new Names(`${prefix}${type}`, defaults, (name, at) => {
    const block = blocks.get(`${type}.${name}`);
    if (!block) throw new Failure(`${prefix}${type}.${name} is not declared`, at);
    return resource(block);
  });
}
