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
