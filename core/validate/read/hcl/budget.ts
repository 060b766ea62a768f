/** What an evaluation may use, so that no source takes long or fills the memory, and how it fails. */

/** An expression that has no value: a missing attribute, an index out of range. `try` and `can` catch it. */
export class Failure extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Ends the whole evaluation. */
export class LimitExceeded extends Error {
  readonly at: number;
  readonly what: string;
  readonly limit: number;

  constructor(what: string, limit: number, at: number) {
    super(`the evaluation takes more than ${limit} ${what}`);
    this.what = what;
    this.limit = limit;
    this.at = at;
  }
}

export const limits = {
  steps: 1_000_000,
  items: 500_000,
  characters: 20_000_000,
  levels: 250,
  modules: 1000,
} as const;

export class Budget {
  #steps = 0;
  #items = 0;
  #characters = 0;
  #levels = 0;
  #modules = 0;

  /** The largest part of a limit that is used: 0 to 1. */
  get usedPart(): number {
    return Math.min(
      1,
      Math.max(
        this.#steps / limits.steps,
        this.#items / limits.items,
        this.#characters / limits.characters,
      ),
    );
  }

  step(at: number): void {
    this.#steps += 1;
    if (this.#steps > limits.steps) throw new LimitExceeded('steps', limits.steps, at);
  }

  /** Modules that are looked into, each with its key. */
  module(at: number): void {
    this.#modules += 1;
    if (this.#modules > limits.modules) throw new LimitExceeded('modules', limits.modules, at);
  }

  /** Entries of lists and objects that are made. */
  items(count: number, at: number): void {
    this.#items += count;
    if (this.#items > limits.items) throw new LimitExceeded('items', limits.items, at);
  }

  characters(count: number, at: number): void {
    this.#characters += count;
    if (this.#characters > limits.characters) {
      throw new LimitExceeded('characters', limits.characters, at);
    }
  }

  /** What is evaluated within something else: expressions, locals, outputs of modules. */
  deeper<T>(at: number, evaluate: () => T): T {
    if (this.#levels >= limits.levels) throw new LimitExceeded('levels', limits.levels, at);
    this.#levels += 1;
    try {
      return evaluate();
    } finally {
      this.#levels -= 1;
    }
  }
}
