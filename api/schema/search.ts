/** Full-text search over all facts and checks. */

import {
  maxTextLength,
  type SearchHit as SearchHitData,
  search,
} from '../../core/search/search.ts';
import { FactKind } from './answer-enums.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { Fact, factAt } from './fact.ts';

const SearchHit = builder.objectRef<SearchHitData>('SearchHit');

const deprecationReason = 'Use the field of the same name of fact. Goes on 2027-06-01.';

SearchHit.implement({
  description: 'A fact or check that a search found, and how well it fits the text.',
  fields: (t) => ({
    fact: t.field({
      type: Fact,
      description: 'What was found; its other fields by its type, as in ... on PortRule.',
      resolve: factAt,
    }),
    score: t.exposeFloat('score', {
      description: 'Higher is better; comparable within one response only.',
    }),
    kind: t.expose('kind', {
      type: FactKind,
      deprecationReason,
      description: 'Kind of what was found.',
    }),
    title: t.exposeString('title', { deprecationReason, description: 'Its short name.' }),
    summary: t.exposeString('summary', { deprecationReason, description: 'What it says.' }),
    path: t.exposeString('path', {
      deprecationReason,
      description: 'Path of its page on the documentation site.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      deprecationReason,
      description: 'Where it is documented.',
    }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: [SearchHit],
    complexity: { field: 8000, multiplier: 20 },
    description: 'The facts and checks that a text is about, best first, at most 20.',
    args: {
      text: t.arg.string({
        required: true,
        description: `Ports, tags, regions, addresses, host names, words, or a pasted error text; cut after ${maxTextLength} characters.`,
      }),
    },
    resolve: (_, { text }) => search(text.slice(0, maxTextLength)),
  }),
);
