/** The texts of a source during remediation, and where in them a part of the lowered document is written. */

import type { SourceFile } from '../../read/source/files.ts';
import { lineStarts, type SourceLocation } from '../../read/source/location.ts';
import { Brackets } from './brackets.ts';
import { type Notation, notationOf } from './literal.ts';

export class SourceText {
  readonly path: string;
  readonly text: string;
  readonly notation: Notation;
  readonly #starts: readonly number[];
  #brackets: Brackets | undefined;

  constructor({ path, text }: SourceFile) {
    this.path = path;
    this.text = text;
    this.notation = notationOf(path);
    this.#starts = lineStarts(text);
  }

  get brackets(): Brackets {
    this.#brackets ??= new Brackets(this.text, this.notation);
    return this.#brackets;
  }

  offsetOf({ line, column }: SourceLocation): number {
    return (this.#starts[line - 1] ?? 0) + column - 1;
  }

  /** The white space at the start of the line that the offset is in. */
  indentAt(offset: number): string {
    const line = this.text.slice(this.text.lastIndexOf('\n', offset - 1) + 1, offset);
    return /^[ \t]*/.exec(line)?.[0] ?? '';
  }

  /** Whether only white space is before the offset in its line. */
  beginsLine(offset: number): boolean {
    return /(?:^|\n)[ \t]*$/.test(this.text.slice(Math.max(0, offset - 200), offset));
  }
}

export class SourceTexts {
  readonly #texts: ReadonlyMap<string, SourceText>;
  readonly #locate: (pointer: string) => SourceLocation | undefined;

  constructor(
    files: readonly SourceFile[],
    locate: (pointer: string) => SourceLocation | undefined,
  ) {
    this.#texts = new Map(files.map((file) => [file.path, new SourceText(file)]));
    this.#locate = locate;
  }

  /** Where the part of the document at a JSON pointer is written, or the part around it. */
  find(pointer: string): { readonly text: SourceText; readonly offset: number } | undefined {
    const location = this.#locate(pointer);
    const text = location && this.#texts.get(location.file);
    return text && { text, offset: text.offsetOf(location) };
  }
}
