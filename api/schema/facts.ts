/** Requirements, limits and durations that are neither a port nor a subnet figure. */

import { catalog } from '../../data/index.ts';
import type { NetworkFact as NetworkFactData } from '../../data/model.ts';
import { addApplicability } from './applicability.ts';
import { builder } from './builder.ts';
import { current, Dated, includeEndedOption } from './dated.ts';
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
  interfaces: [Fact, Dated],
  fields: (t) => ({
    topic: t.field({
      type: FactTopic,
      description: 'The topic that lists it in facts and has its page on the site.',
      resolve: (fact) => topicOf.get(fact) as Topic,
    }),
    statement: t.exposeString('statement', {
      description: 'The fact, in the words of this data; the citations lead to the documents.',
    }),
    effectiveOn: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Day of the event that the fact is about, for example of a retirement; it may be in the future. Null for a fact about no event. Where documents name several days, it is the one that the statement names first.',
      resolve: (fact) => fact.effectiveOn ?? null,
    }),
  }),
});

addApplicability(NetworkFact);

builder.queryFields((t) => ({
  facts: t.field({
    type: [NetworkFact],
    complexity: { multiplier: networkFacts.length },
    description: 'The facts that apply today, on one topic or on all.',
    args: {
      topic: t.arg({ type: FactTopic, description: 'Only facts on this topic.' }),
      effectiveAfter: t.arg({
        type: 'Date',
        description:
          'Only facts about an event later than this day, for example retirements after 2025-06-30.',
      }),
      includeEnded: t.arg.boolean(includeEndedOption),
    },
    resolve: (_, { topic, effectiveAfter: day, includeEnded }) =>
      current(topic ? factsByTopic[topic] : networkFacts, includeEnded).filter(
        ({ effectiveOn }) => !day || (effectiveOn !== undefined && effectiveOn > day),
      ),
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
