/** The files of a source with the edits of a report. */

import type { SourceFile } from './read/source/files.ts';
import { lineStarts } from './read/source/location.ts';
import { editedText } from './remediation/source/text-edit.ts';
import type { SourceEdit, SourcePosition } from './report.ts';

/** The edits are those of the report on just these files. Files without edits stay as they are. */
export function applyEdits(
  files: readonly SourceFile[],
  edits: readonly SourceEdit[],
): readonly SourceFile[] {
  return files.map((file) => {
    const starts = lineStarts(file.text);
    const offsetOf = ({ line, column }: SourcePosition) => (starts[line - 1] ?? 0) + column - 1;
    const own = edits
      .filter((edit) => edit.file === file.path)
      .map(({ range, newText }) => ({
        start: offsetOf(range.start),
        end: offsetOf(range.end),
        text: newText,
      }));
    return own.length === 0 ? file : { ...file, text: editedText(file.text, own) ?? file.text };
  });
}
