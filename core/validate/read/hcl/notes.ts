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
  /** Declarations and values files, or parts of them, that are lost: they may hold any resource or value. */
  readonly problems: SourceProblem[] = [];
  /** Expressions without a value: whatever they are part of is unknown. */
  readonly failures: SourceProblem[] = [];
  readonly unread: Unread[] = [];
  readonly #seen = new Set<string>();

  report(problem: SourceProblem | Failure): void {
    this.#add(this.problems, problem);
  }

  fail(failure: SourceProblem | Failure): void {
    this.#add(this.failures, failure);
  }

  #add(list: SourceProblem[], { message, at }: SourceProblem | Failure): void {
    const key = `${at} ${message}`;
    if (this.#seen.has(key) || list.length >= maxProblems) return;
    this.#seen.add(key);
    list.push({ message, at });
  }

  leaveOut(unread: Unread): void {
    const key = `${unread.at} ${unread.name}`;
    if (this.#seen.has(key) || this.unread.length >= maxProblems) return;
    this.#seen.add(key);
    this.unread.push(unread);
  }
}
