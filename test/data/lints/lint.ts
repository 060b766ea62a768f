/** The type of a lint: an invariant of the facts, with its known exceptions. */

import type { catalog } from '../../../data/index.ts';

export type Catalog = typeof catalog;

export interface Lint {
  readonly name: string;
  readonly description: string;
  /** One line for each offense: the name of the fact, a colon, and what is wrong. */
  readonly offenders: (catalog: Catalog) => readonly string[];
  /** Lines of `offenders` that are accepted. The list can only shrink: a line that no longer offends fails. */
  readonly exceptions?: readonly string[];
}
