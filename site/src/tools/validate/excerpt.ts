/** Lines of a text around a source location. */

import type { SourceFile } from '../../../../core/validate/read/source/files.ts';
import type {
  SourceLocation,
  SourceProblem,
} from '../../../../core/validate/read/source/location.ts';

export interface Excerpt extends SourceLocation {
  /** Number of the first line. */
  readonly first: number;
  readonly lines: readonly string[];
  /** Column of the source location in its line as it is shown, 0-based. */
  readonly caret: number;
}

export interface ShownProblem extends SourceProblem {
  /** Its lines; undefined for all but the first problems. */
  readonly excerpt: Excerpt | undefined;
}

const maxShownProblems = 10;
const around = 2;
const maxWidth = 160;
const tab = '  ';

/** Lines by file; splits each file once. */
export class Excerpts {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #lines = new Map<string, readonly string[]>();

  constructor(files: readonly SourceFile[]) {
    this.#texts = new Map(files.map(({ path, text }) => [path, text]));
  }

  /** Undefined where the file has no such line. */
  at(location: SourceLocation | undefined): Excerpt | undefined {
    if (!location) return undefined;
    const { file, line, column } = location;
    const lines = this.#linesOf(file);
    const own = lines[line - 1];
    if (own === undefined) return undefined;
    // A long line, as in minified JSON, is shown from shortly before the column.
    const start = column > maxWidth / 2 ? column - 1 - maxWidth / 4 : 0;
    const first = Math.max(1, line - around);
    return {
      file,
      line,
      column,
      first,
      lines: lines
        .slice(first - 1, line + around)
        .map((text) => text.slice(start, start + maxWidth).replaceAll('\t', tab)),
      caret: own.slice(start, column - 1).replaceAll('\t', tab).length,
    };
  }

  ofProblems(problems: readonly SourceProblem[]): readonly ShownProblem[] {
    return problems.map((problem, index) => ({
      ...problem,
      excerpt: index < maxShownProblems ? this.at(problem) : undefined,
    }));
  }

  #linesOf(file: string): readonly string[] {
    const known = this.#lines.get(file) ?? this.#texts.get(file)?.split(/\r?\n/) ?? [];
    this.#lines.set(file, known);
    return known;
  }
}
