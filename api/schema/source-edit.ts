/** The edits of source files that make the remedy of a report. */

import type { ConfigReport, SourceEdit as SourceEditData } from '../../core/validate/report.ts';
import { builder } from './builder.ts';
import { spend } from './response-budget.ts';

type Range = SourceEditData['range'];

const SourcePosition = builder.objectRef<Range['start']>('SourcePosition');

SourcePosition.implement({
  description: 'A position in the text of a source file.',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'Line, from 1.' }),
    column: t.exposeInt('column', { description: 'Column, from 1, in UTF-16 code units.' }),
  }),
});

const SourceRange = builder.objectRef<Range>('SourceRange');

SourceRange.implement({
  description: 'A part of the text of a source file.',
  fields: (t) => ({
    start: t.expose('start', { type: SourcePosition, description: 'Its first character.' }),
    end: t.expose('end', {
      type: SourcePosition,
      description: 'The character after its last one; equal to start where nothing is replaced.',
    }),
  }),
});

export const SourceEdit = builder.objectRef<SourceEditData>('SourceEdit');

SourceEdit.implement({
  description: 'A replacement in a source file.',
  fields: (t) => ({
    file: t.exposeString('file', { description: 'Path of the file as it was sent.' }),
    range: t.expose('range', {
      type: SourceRange,
      description: 'The part of the file that newText replaces; empty where text is only added.',
    }),
    newText: t.exposeString('newText', {
      description: 'What replaces it, in the notation and with the indentation of the file.',
    }),
  }),
});

/** What the file, the range and the names of the fields take in a response. */
const charactersEach = 120;

/** The edits, once their length is taken from the budget. */
export function spentEdits(
  report: ConfigReport,
  budget: Parameters<typeof spend>[1],
): readonly SourceEditData[] {
  const edits = report.edits();
  spend(
    edits.reduce((sum, { newText }) => sum + newText.length + charactersEach, 0),
    budget,
  );
  return edits;
}
