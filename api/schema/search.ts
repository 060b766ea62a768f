/** Full-text search over all facts and checks. */

import { InputError } from '../../core/input-error.ts';
import {
  maxTextLength,
  type SearchHit as SearchHitData,
  search,
} from '../../core/search/search.ts';
import { FactKind } from './answer-enums.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { useInstead } from './deprecation.ts';
import { Fact, factAt } from './fact.ts';
import { answer } from './user-input.ts';

const SearchHit = builder.objectRef<SearchHitData>('SearchHit');

const deprecationReason = useInstead('the field of the same name of fact');

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
      deprecationReason: useInstead('fact { pagePath }'),
      description: 'Path of its page on the documentation site.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      deprecationReason,
      description: 'Where it is documented.',
    }),
  }),
});

const mostHits = 20;

/** Each word is compared with those of all pages. */
export const searchCost = (text: string): number =>
  1000 + 50 * Math.min(text.length, maxTextLength);

function hitsOf(
  text: string,
  kinds: readonly SearchHitData['kind'][] | undefined,
  first: number,
): readonly SearchHitData[] {
  if (first < 1 || first > mostHits) {
    throw new InputError('first is out of range', {
      path: ['first'],
      given: first,
      expected: [`whole numbers from 1 to ${mostHits}`],
      nearest: [String(Math.min(Math.max(first, 1), mostHits))],
    });
  }
  return search(text, kinds).slice(0, first);
}

builder.queryField('search', (t) =>
  t.field({
    type: [SearchHit],
    complexity: ({ text }) => ({ field: searchCost(text), multiplier: mostHits }),
    description: 'The facts and checks that a text is about, best first.',
    args: {
      text: t.arg.string({
        required: true,
        description: `Ports, tags, regions, addresses, host names, words, or a pasted error text; cut after ${maxTextLength} characters.`,
      }),
      kinds: t.arg({ type: [FactKind], description: 'Only hits of these kinds.' }),
      first: t.arg.int({
        required: true,
        defaultValue: mostHits,
        description: `At most so many hits, 1 to ${mostHits}.`,
      }),
    },
    resolve: (_, { text, kinds, first }) =>
      answer(() => hitsOf(text.slice(0, maxTextLength), kinds ?? undefined, first)),
  }),
);
