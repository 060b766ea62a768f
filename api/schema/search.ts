/** Full-text search over all facts and checks. */

import {
  maxTextLength,
  type SearchHit as SearchHitData,
  search,
} from '../../core/search/search.ts';
import { FactKind } from './answer-enums.ts';
import { builder } from './builder.ts';
import { Citation } from './sources.ts';

const SearchHit = builder.objectRef<SearchHitData>('SearchHit');

SearchHit.implement({
  description: 'A fact or check that a search found.',
  fields: (t) => ({
    kind: t.expose('kind', { type: FactKind, description: 'Kind of what was found.' }),
    id: t.exposeID('id', {
      description: "Its id within its kind: a rule's id, a region's or tag's name.",
    }),
    title: t.exposeString('title', { description: 'Short name.' }),
    summary: t.exposeString('summary', { description: 'What it says, in one or two sentences.' }),
    path: t.exposeString('path', {
      description: 'Path of its page on the documentation site, for example /port-rules/storage/.',
    }),
    score: t.exposeFloat('score', {
      description: 'Higher is better; comparable within one answer only.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'Where it is documented; for a source, the source itself.',
    }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: [SearchHit],
    complexity: { field: 8000, multiplier: 20 },
    description: 'The facts and checks that a text is about, best first; empty for an empty text.',
    args: {
      text: t.arg.string({
        required: true,
        description: `Ports, tags, regions, addresses, host names, words, or a pasted error text; cut after ${maxTextLength} characters.`,
      }),
    },
    resolve: (_, { text }) => search(text.slice(0, maxTextLength)),
  }),
);
