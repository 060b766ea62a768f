/** What the files of one language deploy, and what is wrong in the others. */

import type { SourceProblem } from './location.ts';

export interface Survey {
  /** Paths of files in Bicep, of folders in Terraform. */
  readonly deployments: readonly string[];
  /** Paths of the files that they contain. */
  readonly contained: ReadonlySet<string>;
  /** The first problem of each other file. */
  readonly problems: readonly SourceProblem[];
}

/** The first problem of each file that is not contained. */
export function firstProblems(
  problems: Iterable<SourceProblem>,
  contained: ReadonlySet<string>,
): readonly SourceProblem[] {
  const first = new Map<string, SourceProblem>();
  for (const problem of problems) {
    const known = first.get(problem.file);
    if (!contained.has(problem.file) && (!known || problem.line < known.line)) {
      first.set(problem.file, problem);
    }
  }
  return [...first.values()];
}
