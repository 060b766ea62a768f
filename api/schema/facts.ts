/** Requirements, limits and durations that are neither a port nor a subnet figure. */

import { catalog } from '../../data/index.ts';
import type { NetworkFact as NetworkFactData } from '../../data/model.ts';
import { builder } from './builder.ts';
import { ComputePlatform, FactTopic, type factTopics, Tier, VirtualNetworkType } from './enums.ts';
import { Citation } from './sources.ts';

const factsByTopic: Readonly<Record<(typeof factTopics)[number], readonly NetworkFactData[]>> = {
  PREREQUISITE: catalog.prerequisites,
  DNS: catalog.dnsFacts,
  ROUTING: catalog.routingFacts,
  LIMITATION: catalog.limitations,
  INTEGRATION: catalog.integrations,
};

const NetworkFact = builder.objectRef<NetworkFactData>('NetworkFact');

NetworkFact.implement({
  description: 'A requirement, limit or duration that is neither a port nor a subnet figure.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Permanent id, kebab-case.' }),
    title: t.exposeString('title', { description: 'Short name.' }),
    statement: t.exposeString('statement', { description: 'What holds.' }),
    tiers: t.expose('tiers', { type: [Tier], description: 'Tiers that it concerns.' }),
    virtualNetworkTypes: t.expose('virtualNetworkTypes', {
      type: [VirtualNetworkType],
      description: 'Network modes that it holds for.',
    }),
    platforms: t.expose('platforms', {
      type: [ComputePlatform],
      description: 'Compute platforms that it holds for.',
    }),
    since: t.field({
      type: 'Date',
      nullable: true,
      description: 'Date of the first document that states it; null where it has no known start.',
      resolve: (fact) => fact.since ?? null,
    }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description: 'Date of the last document that states it; null while it still holds.',
      resolve: (fact) => fact.until ?? null,
    }),
    citations: t.expose('citations', { type: [Citation], description: 'Where it is documented.' }),
  }),
});

builder.queryField('facts', (t) =>
  t.field({
    type: [NetworkFact],
    complexity: { multiplier: catalog.limitations.length },
    description: 'The facts on one topic, of all editions; until tells which no longer hold.',
    args: {
      topic: t.arg({ type: FactTopic, required: true, description: 'What the facts are about.' }),
    },
    resolve: (_, { topic }) => factsByTopic[topic],
  }),
);
