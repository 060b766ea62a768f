/** What users see fail, and its likely causes: the queries symptoms and symptom. */

import { maxTextLength, searchSymptoms } from '../../core/search/search.ts';
import { catalog } from '../../data/index.ts';
import type { SymptomCause as CauseData, Symptom as SymptomData } from '../../data/model.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { Fact, factAt, factsByKind } from './fact.ts';
import { searchCost } from './search.ts';

/** The file of the checks adds its field checks. */
export const SymptomCause = builder.objectRef<CauseData>('SymptomCause');

SymptomCause.implement({
  description: 'One thing that may be behind a symptom.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'What is wrong in the network, as a sentence.' }),
    tellApart: t.exposeString('tellApart', {
      description: 'What one sees if it is this cause, and where to look.',
    }),
    remedy: t.exposeString('remedy', { description: 'What to do where this is the cause.' }),
    facts: t.field({
      type: [Fact],
      description: 'The facts that it follows from.',
      resolve: ({ facts }) => facts.map(factAt),
    }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'The documents that name the cause or its remedy.',
    }),
  }),
});

const Symptom = builder.objectRef<SymptomData>('Symptom');

Symptom.implement({
  description: 'Something that users see fail, with what may be behind it.',
  interfaces: [Fact],
  fields: (t) => ({
    texts: t.exposeStringList('texts', {
      description:
        'Error codes, messages and complaints as people write them; <name> is the name of the instance.',
    }),
    causes: t.expose('causes', {
      type: [SymptomCause],
      description: 'Likely causes, the likeliest first.',
    }),
  }),
});

builder.queryField('symptoms', (t) =>
  t.field({
    type: [Symptom],
    description:
      'What users see fail, with likely causes. With a text, those that it may describe, best first; empty where it describes none.',
    args: {
      text: t.arg.string({
        description: `An error text or a complaint, for example "portal blank"; cut after ${maxTextLength} characters.`,
      }),
    },
    complexity: ({ text }) => ({
      field: text == null ? 1 : searchCost(text),
      multiplier: catalog.symptoms.length,
    }),
    resolve: (_, { text }) => (text == null ? catalog.symptoms : searchSymptoms(text)),
  }),
);

builder.queryField('symptom', (t) =>
  t.field({
    type: Symptom,
    nullable: true,
    description: 'The symptom with this id; null for an unknown id.',
    args: {
      id: t.arg.id({ required: true, description: 'Id of the symptom, as symptoms lists it.' }),
    },
    resolve: (_, { id }) => factsByKind.SYMPTOM.find(id) ?? null,
  }),
);
