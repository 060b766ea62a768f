/** The interface Fact: what everything with an id, a page and citations has in common; and the look-up by kind and id. */

import { type FactPageKind, pageOf } from '../../core/search/fact-pages.ts';
import { type Check, checks, findCheck } from '../../core/validate/checks/index.ts';
import {
  catalog,
  findRegion,
  findServiceTag,
  portRuleById,
  sourceById,
  tierProfileByTier,
} from '../../data/index.ts';
import type {
  Conflict,
  Endpoint,
  IpChangeTrigger,
  NetworkFact,
  PortRule,
  Region,
  ServiceTag,
  Source,
  SubnetRule,
  Symptom,
  TierProfile,
  Tier as TierValue,
} from '../../data/model.ts';
import { FactKind } from './answer-enums.ts';
import { builder } from './builder.ts';
import { Citation, withFieldCitations } from './citations.ts';
import { useInstead } from './deprecation.ts';

export type FactData =
  | Check
  | Conflict
  | Endpoint
  | IpChangeTrigger
  | NetworkFact
  | PortRule
  | Region
  | ServiceTag
  | Source
  | SubnetRule
  | Symptom
  | TierProfile;

interface FactsOfKind<Data extends FactData> {
  readonly typeName: string;
  readonly all: readonly Data[];
  readonly idOf: (fact: Data) => string;
  /** Names a fact by its id; regions, tags and checks by their other names, too. */
  readonly find: (id: string) => Data | undefined;
}

function byId<Data extends FactData & { readonly id: string }>(
  typeName: string,
  all: readonly Data[],
): FactsOfKind<Data> {
  const facts = new Map(all.map((fact) => [fact.id, fact]));
  return { typeName, all, idOf: ({ id }) => id, find: (id) => facts.get(id) };
}

export const networkFacts: readonly NetworkFact[] = [
  ...catalog.prerequisites,
  ...catalog.dnsFacts,
  ...catalog.routingFacts,
  ...catalog.limitations,
  ...catalog.integrations,
];

export const factsByKind = {
  PORT_RULE: { ...byId('PortRule', catalog.portRules), find: (id) => portRuleById.get(id) },
  ENDPOINT: byId('Endpoint', catalog.endpoints),
  REGION: {
    typeName: 'Region',
    all: catalog.regions,
    idOf: ({ name }) => name,
    find: findRegion,
  },
  SERVICE_TAG: {
    typeName: 'ServiceTag',
    all: catalog.serviceTags,
    idOf: ({ name }) => name,
    find: findServiceTag,
  },
  TIER: {
    typeName: 'TierProfile',
    all: catalog.tierProfiles,
    idOf: ({ tier }) => tier,
    find: (id) => tierProfileByTier.get(id as TierValue),
  },
  IP_CHANGE_TRIGGER: byId('IpChangeTrigger', catalog.ipChangeTriggers),
  SUBNET_RULE: byId('SubnetRule', catalog.subnetRules),
  NETWORK_FACT: byId('NetworkFact', networkFacts),
  SOURCE: { ...byId('Source', catalog.sources), find: (id) => sourceById.get(id) },
  CONFLICT: byId('Conflict', catalog.conflicts),
  SYMPTOM: byId('Symptom', catalog.symptoms),
  CHECK: { ...byId('Check', checks), find: findCheck },
} satisfies {
  readonly PORT_RULE: FactsOfKind<PortRule>;
  readonly ENDPOINT: FactsOfKind<Endpoint>;
  readonly REGION: FactsOfKind<Region>;
  readonly SERVICE_TAG: FactsOfKind<ServiceTag>;
  readonly TIER: FactsOfKind<TierProfile>;
  readonly IP_CHANGE_TRIGGER: FactsOfKind<IpChangeTrigger>;
  readonly SUBNET_RULE: FactsOfKind<SubnetRule>;
  readonly NETWORK_FACT: FactsOfKind<NetworkFact>;
  readonly SOURCE: FactsOfKind<Source>;
  readonly CONFLICT: FactsOfKind<Conflict>;
  readonly SYMPTOM: FactsOfKind<Symptom>;
  readonly CHECK: FactsOfKind<Check>;
};

const kinds = Object.entries(factsByKind) as readonly [FactPageKind, FactsOfKind<FactData>][];

/** The page of each fact, by the object that holds the fact. */
const pages = new Map(
  kinds.flatMap(([kind, { all, idOf }]) =>
    all.map((fact) => [fact as FactData, pageOf({ kind, id: idOf(fact) })] as const),
  ),
);

function pageOfFact(fact: FactData) {
  const page = pages.get(fact);
  if (page === undefined) throw new Error('the object is not a fact');
  return page;
}

/** The fact of a kind with this id; undefined where there is none. */
export function findFact(kind: FactPageKind, id: string): FactData | undefined {
  return factsByKind[kind].find(id);
}

/** The fact that a reference of the data points to, which must be there. */
export function factAt({ kind, id }: { readonly kind: FactPageKind; readonly id: string }) {
  const fact = findFact(kind, id);
  if (fact === undefined) throw new Error(`no fact of the kind ${kind} has the id "${id}"`);
  return fact;
}

/** The file of the conflicts adds its field conflicts. */
export const Fact = builder.interfaceRef<FactData>('Fact');

Fact.implement({
  description:
    'What everything that has an id, a page and citations has in common. Kind and id together name one fact; an id alone may be that of facts of several kinds.',
  resolveType: (fact) => factsByKind[pageOfFact(fact).kind].typeName,
  fields: (t) => ({
    id: t.id({
      description:
        'Permanent id within the kind: kebab-case, or the name of a region, service tag or tier.',
      resolve: (fact) => pageOfFact(fact).id,
    }),
    kind: t.field({
      type: FactKind,
      description: 'Kind of the fact; with the id it is what the query fact takes.',
      resolve: (fact) => pageOfFact(fact).kind,
    }),
    title: t.string({
      description: 'Short name for people.',
      resolve: (fact) => pageOfFact(fact).title,
    }),
    summary: t.string({
      description: 'What the fact says, in one or two sentences.',
      resolve: (fact) => pageOfFact(fact).summary,
    }),
    pagePath: t.string({
      description:
        'Path of its page on the documentation site, for example /port-rules/storage/; may end in a fragment.',
      resolve: (fact) => pageOfFact(fact).path,
    }),
    path: t.string({
      deprecationReason: useInstead('pagePath, which means the same'),
      description: 'Path of its page on the documentation site.',
      resolve: (fact) => pageOfFact(fact).path,
    }),
    citations: t.field({
      type: [Citation],
      description: 'Where the fact is documented; for a source, the source itself.',
      resolve: (fact) => withFieldCitations(pageOfFact(fact).citations, fact),
    }),
  }),
});

builder.queryField('fact', (t) =>
  t.field({
    type: Fact,
    nullable: true,
    description:
      'The fact of this kind with this id, as search hits and references name it; null where there is none.',
    args: {
      kind: t.arg({
        type: FactKind,
        required: true,
        description: 'Kind of the fact, as the field kind of facts has it.',
      }),
      id: t.arg.id({
        required: true,
        description:
          'Id within the kind, for example storage, westeurope or PREMIUM. Other names of regions and service tags and earlier ids of checks are accepted, too.',
      }),
    },
    resolve: (_, { kind, id }) => findFact(kind, id) ?? null,
  }),
);
