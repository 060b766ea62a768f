/** What a lint is: an invariant of the facts, with the places that are known not to meet it. */

import type { catalog } from '../../../data/index.ts';

export type Catalog = typeof catalog;

export interface Lint {
  readonly name: string;
  readonly description: string;
  /** One line for each offense, in which the fact comes first and what is wrong with it after the colon. */
  readonly offenders: (catalog: Catalog) => readonly string[];
  /** Lines of offenders that stand as they are. The list can only shrink: a line that offends no more fails. */
  readonly exceptions?: readonly string[];
}
