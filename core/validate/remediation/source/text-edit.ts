/** Replacements in the texts of source files, by offsets, and what they make of the files. */

import type { SourceFile } from '../../read/source/files.ts';
import { lineStarts, positionOf } from '../../read/source/location.ts';
import type { SourceEdit } from '../../report.ts';

export interface TextEdit {
  readonly file: string;
  /** Offsets of the first character that goes, and of the one after the last. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with its edits, those at one offset in their order; undefined if two of them overlap. */
export function editedText(
  text: string,
  edits: readonly Omit<TextEdit, 'file'>[],
): string | undefined {
  let result = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    if (edit.start < at) return undefined;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The files with the edits; undefined if two of them overlap. */
export function editedFiles(
  files: readonly SourceFile[],
  edits: readonly TextEdit[],
): readonly SourceFile[] | undefined {
  const edited: SourceFile[] = [];
  for (const one of files) {
    const { path, text } = one;
    const changed = editedText(
      text,
      edits.filter(({ file }) => file === path),
    );
    if (changed === undefined) return undefined;
    edited.push(changed === text ? one : { path, text: changed });
  }
  return edited;
}

/** The edits with lines and columns, in the order of the text and with its line ends; those at one location are joined. */
export function sourceEdits(
  files: readonly SourceFile[],
  edits: readonly TextEdit[],
): SourceEdit[] {
  return files.flatMap(({ path, text }) => {
    const starts = lineStarts(text);
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    const joined: TextEdit[] = [];
    const own = edits.filter(({ file }) => file === path).toSorted((a, b) => a.start - b.start);
    for (const edit of own) {
      const last = joined.at(-1);
      if (last?.start === edit.start && last.end === edit.end) {
        joined[joined.length - 1] = { ...last, text: last.text + edit.text };
      } else joined.push(edit);
    }
    return joined.map(({ start, end, text: newText }) => ({
      file: path,
      range: { start: positionOf(starts, start), end: positionOf(starts, end) },
      newText: newText.replaceAll(/\r?\n/g, lineEnd),
    }));
  });
}
