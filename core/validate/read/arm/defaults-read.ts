/** Which defaults of parameters values rest on, by way of variables and of parameters of nested templates, too. */

export class DefaultsRead {
  readonly #readers: Set<string>[] = [];

  /** A default is read: by whatever is being computed. */
  add(...names: readonly string[]): void {
    const reader = this.#readers.at(-1);
    for (const name of names) reader?.add(name);
  }

  /** The value, and the defaults that are read for it. */
  during<T>(compute: () => T): { readonly value: T; readonly names: ReadonlySet<string> } {
    const names = new Set<string>();
    this.#readers.push(names);
    try {
      return { value: compute(), names };
    } finally {
      this.#readers.pop();
    }
  }
}

/** The defaults that values rest on which are computed once, by key: who reads such a value rests on them, too. */
export class DefaultsByKey {
  readonly #defaults: DefaultsRead;
  readonly #byKey = new Map<string, ReadonlySet<string>>();

  constructor(defaults: DefaultsRead) {
    this.#defaults = defaults;
  }

  compute<T>(key: string, compute: () => T): T {
    const { value, names } = this.#defaults.during(compute);
    if (names.size > 0) this.#byKey.set(key, names);
    this.read(key);
    return value;
  }

  /** The value of the key is read. */
  read(key: string): void {
    this.#defaults.add(...(this.#byKey.get(key) ?? []));
  }
}
