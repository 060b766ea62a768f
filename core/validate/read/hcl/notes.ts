/** What a reading of sources reports besides its result: problems, values that are missing, what was not read. */

import type { Failure } from './budget.ts';
import type { SourceProblem } from './source-text.ts';

const maxProblems = 100;

/** A part of the deployment that is not among the files, or is of a kind that is not read. */
export interface Unread {
  /** What it is, as the source names it: module.network (Azure/avm-res-network-virtualnetwork/azurerm). */
  readonly name: string;
  readonly reason: string;
  /** False for a module that is known to deploy something else. */
  readonly mayHoldNetwork: boolean;
  readonly at: number;
}

export class Notes {
  readonly problems: SourceProblem[] = [];
  readonly unread: Unread[] = [];
  readonly #seen = new Set<string>();

  report({ message, at }: SourceProblem | Failure): void {
    const key = `${at} ${message}`;
    if (this.#seen.has(key) || this.problems.length >= maxProblems) return;
    this.#seen.add(key);
    this.problems.push({ message, at });
  }

  leaveOut(unread: Unread): void {
    const key = `${unread.at} ${unread.name}`;
    if (this.#seen.has(key) || this.unread.length >= maxProblems) return;
    this.#seen.add(key);
    this.unread.push(unread);
  }
}
