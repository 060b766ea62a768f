/** Requirements, limits and durations that are neither a port nor a subnet figure. */

import { catalog } from '../../data/index.ts';
import type { NetworkFact as NetworkFactData } from '../../data/model.ts';
import { addApplicability } from './applicability.ts';
import { builder } from './builder.ts';
import { FactTopic, type factTopics } from './enums.ts';
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
    citations: t.expose('citations', { type: [Citation], description: 'Where it is documented.' }),
  }),
});

addApplicability(NetworkFact);

builder.queryField('facts', (t) =>
  t.field({
    type: [NetworkFact],
    complexity: { multiplier: catalog.limitations.length },
    description: 'The facts on one topic, of all editions; until says which no longer hold.',
    args: {
      topic: t.arg({ type: FactTopic, required: true, description: 'What the facts are about.' }),
    },
    resolve: (_, { topic }) => factsByTopic[topic],
  }),
);
