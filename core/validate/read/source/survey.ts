/** What the files of one language deploy, and what is wrong in the others. */

import type { SourceProblem } from './location.ts';

export interface Deployable {
  /** Path of a file in Bicep, of a folder in Terraform. */
  readonly root: string;
  /** As what it is deployed: by each choice of several values files, or the root itself. */
  readonly entries: readonly DeployedEntry[];
}

export interface DeployedEntry {
  /** The entry to name: the root, or a values file. */
  readonly path: string;
  /** The values files that count by it, besides those that are read unnamed. */
  readonly valuesFiles: readonly string[];
}

export interface Survey {
  readonly deployments: readonly Deployable[];
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
