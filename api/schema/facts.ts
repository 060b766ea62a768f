/** Requirements, limits and durations that are neither a port nor a subnet figure. */

import { catalog } from '../../data/index.ts';
import type { NetworkFact as NetworkFactData } from '../../data/model.ts';
import { addApplicability } from './applicability.ts';
import { builder } from './builder.ts';
import { FactTopic, type factTopics } from './enums.ts';
import { Fact, factsByKind, networkFacts } from './fact.ts';

type Topic = (typeof factTopics)[number];

const factsByTopic: Readonly<Record<Topic, readonly NetworkFactData[]>> = {
  PREREQUISITE: catalog.prerequisites,
  DNS: catalog.dnsFacts,
  ROUTING: catalog.routingFacts,
  LIMITATION: catalog.limitations,
  INTEGRATION: catalog.integrations,
};

const topicOf = new Map(
  Object.entries(factsByTopic).flatMap(([topic, facts]) =>
    facts.map((fact) => [fact, topic as Topic] as const),
  ),
);

const NetworkFact = builder.objectRef<NetworkFactData>('NetworkFact');

NetworkFact.implement({
  description: 'A requirement, limit or duration that is neither a port nor a subnet figure.',
  interfaces: [Fact],
  fields: (t) => ({
    topic: t.field({
      type: FactTopic,
      description: 'What the fact is about.',
      resolve: (fact) => topicOf.get(fact) as Topic,
    }),
    statement: t.exposeString('statement', {
      description: 'What holds, in the words of this data; the citations lead to the documents.',
    }),
  }),
});

addApplicability(NetworkFact);

builder.queryFields((t) => ({
  facts: t.field({
    type: [NetworkFact],
    complexity: { multiplier: networkFacts.length },
    description:
      'The facts on one topic, or on all, of all editions; until says which no longer hold.',
    args: { topic: t.arg({ type: FactTopic, description: 'Only facts on this topic.' }) },
    resolve: (_, { topic }) => (topic ? factsByTopic[topic] : networkFacts),
  }),
  networkFact: t.field({
    type: NetworkFact,
    nullable: true,
    description: 'The fact of any topic with this id; null where there is none.',
    args: {
      id: t.arg.id({ required: true, description: 'Id of the fact, for example stv1-retired.' }),
    },
    resolve: (_, { id }) => factsByKind.NETWORK_FACT.find(id) ?? null,
  }),
}));
