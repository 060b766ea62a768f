/** Notes on a computed result. */

import type { Note as NoteData } from '../../core/notes.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';

export const Note = builder.objectRef<NoteData>('Note');

Note.implement({
  description: 'A note on an answer, with the documents behind it.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The note in one or two sentences, for people.' }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'The documents that the note rests on.',
    }),
  }),
});
