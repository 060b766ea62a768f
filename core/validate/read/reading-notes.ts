/** What a reader of a document leaves open on its way, each thing once. */

import type { AssumedDefault, Undecided } from '../../deployment.ts';
import { pointer } from '../../json-pointer.ts';
import { type Path, textOf } from './unresolved.ts';

const maxText = 60;

export class ReadingNotes {
  readonly #undecided = new Map<string, Undecided>();

  get undecided(): readonly Undecided[] {
    return [...this.#undecided.values()];
  }

  readonly #defaults = new Map<string, AssumedDefault>();

  get defaults(): readonly AssumedDefault[] {
    return [...this.#defaults.values()];
  }

  /** The default of a parameter decides `what`, as the tier. */
  assumeDefault(what: string, parameter: string, value: unknown): void {
    const isShort = ['string', 'number', 'boolean'].includes(typeof value);
    const text = isShort ? textOf(value).slice(0, maxText) : undefined;
    this.#defaults.set(`${what} ${parameter}`, { what, parameter, value: text });
  }

  /** `what` is as in "the tier is not in the document". */
  leaveOpen(what: string, written: unknown, path: Path): void {
    const at = pointer(...path);
    const key = `${what} ${at}`;
    if (!this.#undecided.has(key)) {
      this.#undecided.set(key, { what, written: textOf(written), path: at });
    }
  }
}
