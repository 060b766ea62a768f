/** A reference to any fact by its kind and id, with its page on the documentation site. */

import type { FactPage } from '../../core/search/fact-pages.ts';
import { FactKind } from './answer-enums.ts';
import { builder } from './builder.ts';
import { Citation } from './sources.ts';

export const FactReference = builder.objectRef<FactPage>('FactReference');

FactReference.implement({
  description: 'A fact that something else concerns, and where to read about it.',
  fields: (t) => ({
    kind: t.expose('kind', { type: FactKind, description: 'Kind of the fact.' }),
    id: t.exposeID('id', {
      description: "Id of the fact within its kind: a rule's id, a region's or tag's name.",
    }),
    title: t.exposeString('title', { description: 'Short name.' }),
    path: t.exposeString('path', {
      description: 'Path of its page on the documentation site, for example /port-rules/storage/.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'Where the fact is documented; for a source, the source itself.',
    }),
  }),
});
