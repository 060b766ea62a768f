/** Matters on which documents contradict each other, and the reading that answers and checks apply. */

import { citationsOf } from '../../core/notes.ts';
import { catalog } from '../../data/index.ts';
import type {
  Conflict as ConflictData,
  ConflictPosition as ConflictPositionData,
} from '../../data/model.ts';
import { builder } from './builder.ts';
import { Citation, withFieldCitations } from './citations.ts';
import { Fact, type FactData, factAt, factsByKind } from './fact.ts';

const ConflictPosition = builder.objectRef<ConflictPositionData>('ConflictPosition');

ConflictPosition.implement({
  description: 'What one document says where documents disagree.',
  fields: (t) => ({
    statement: t.exposeString('statement', {
      description: 'What these documents say, in the words of this data.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'The documents that say so.',
    }),
  }),
});

const conflictsByFact = new Map<FactData, ConflictData[]>();
for (const conflict of catalog.conflicts) {
  for (const fact of conflict.touches.map(factAt)) {
    conflictsByFact.set(fact, [...(conflictsByFact.get(fact) ?? []), conflict]);
  }
}

const Conflict = builder.objectRef<ConflictData>('Conflict');

Conflict.implement({
  description:
    'A point on which two documents, or two editions of one, contradict each other, and the reading this API applies.',
  interfaces: [Fact],
  fields: (t) => ({
    positions: t.expose('positions', {
      type: [ConflictPosition],
      description: 'The positions, oldest document first.',
    }),
    appliedReading: t.exposeString('appliedReading', {
      description: 'The reading that answers and checks apply.',
    }),
    reason: t.exposeString('reason', {
      description: 'Why this API applies this reading and not another.',
    }),
    touches: t.field({
      type: [Fact],
      description: 'The facts whose content depends on the reading.',
      resolve: ({ touches }) => touches.map(factAt),
    }),
    citations: t.field({
      type: [Citation],
      description: 'The documents of all positions.',
      resolve: (conflict) => withFieldCitations(citationsOf(...conflict.positions), conflict),
    }),
  }),
});

builder.interfaceField(Fact, 'conflicts', (t) =>
  t.field({
    type: [Conflict],
    description: 'Conflicts between documents that concern the fact; mostly empty.',
    resolve: (fact) => conflictsByFact.get(fact) ?? [],
  }),
);

builder.queryFields((t) => ({
  conflicts: t.field({
    type: [Conflict],
    complexity: { multiplier: catalog.conflicts.length },
    description: 'All points on which documents contradict each other.',
    resolve: () => catalog.conflicts,
  }),
  conflict: t.field({
    type: Conflict,
    nullable: true,
    description: 'The conflict with this id; null where there is none.',
    args: {
      id: t.arg.id({ required: true, description: 'Id of the conflict, as conflicts lists it.' }),
    },
    resolve: (_, { id }) => factsByKind.CONFLICT.find(id) ?? null,
  }),
}));
