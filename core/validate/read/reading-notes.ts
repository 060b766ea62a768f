/** What a reader of a document leaves open on its way, each thing once. */

import type { Undecided } from '../../deployment.ts';
import { pointer } from '../../json-pointer.ts';
import { type Path, textOf } from './unresolved.ts';

export class ReadingNotes {
  readonly #undecided = new Map<string, Undecided>();

  get undecided(): readonly Undecided[] {
    return [...this.#undecided.values()];
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
