/** Matters on which documents contradict each other, and the reading that answers and checks apply. */

import { citationsOf } from '../../core/notes.ts';
import { pageOf } from '../../core/search/fact-pages.ts';
import { catalog } from '../../data/index.ts';
import type {
  Conflict as ConflictData,
  ConflictPosition as ConflictPositionData,
} from '../../data/model.ts';
import { builder } from './builder.ts';
import { FactReference } from './fact-references.ts';
import { Citation } from './sources.ts';

const ConflictPosition = builder.objectRef<ConflictPositionData>('ConflictPosition');

ConflictPosition.implement({
  description: 'What one document says where documents disagree.',
  fields: (t) => ({
    statement: t.exposeString('statement', { description: 'What it says.' }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'The documents that say so.',
    }),
  }),
});

const Conflict = builder.objectRef<ConflictData>('Conflict');

Conflict.implement({
  description:
    'A point on which two documents, or two editions of one, contradict each other, and the reading this API applies.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Permanent id, kebab-case.' }),
    title: t.exposeString('title', { description: 'Short name of the conflict.' }),
    positions: t.expose('positions', {
      type: [ConflictPosition],
      description: 'The positions, oldest document first.',
    }),
    appliedReading: t.exposeString('appliedReading', {
      description: 'The reading that answers and checks apply.',
    }),
    reason: t.exposeString('reason', { description: 'Why this reading.' }),
    touches: t.field({
      type: [FactReference],
      description: 'The facts in question.',
      resolve: ({ touches }) => touches.map(pageOf),
    }),
    citations: t.field({
      type: [Citation],
      description: 'The documents of all positions.',
      resolve: ({ positions }) => citationsOf(...positions),
    }),
  }),
});

builder.queryField('conflicts', (t) =>
  t.field({
    type: [Conflict],
    complexity: { multiplier: catalog.conflicts.length },
    description: 'All conflicts between documents.',
    resolve: () => catalog.conflicts,
  }),
);
