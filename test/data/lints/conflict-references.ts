import type { FactKind } from '../../../data/model.ts';
import { networkFacts, repeated } from './facts.ts';
import type { Catalog, Lint } from './lint.ts';

function idsByKind(catalog: Catalog): Readonly<Record<FactKind, readonly string[]>> {
  const idsOf = (facts: readonly { readonly id: string }[]) => facts.map(({ id }) => id);
  const namesOf = (facts: readonly { readonly name: string }[]) => facts.map(({ name }) => name);
  return {
    PORT_RULE: idsOf(catalog.portRules),
    ENDPOINT: idsOf(catalog.endpoints),
    REGION: namesOf(catalog.regions),
    SERVICE_TAG: namesOf(catalog.serviceTags),
    TIER: catalog.tierProfiles.map(({ tier }) => tier),
    IP_CHANGE_TRIGGER: idsOf(catalog.ipChangeTriggers),
    SUBNET_RULE: idsOf(catalog.subnetRules),
    NETWORK_FACT: idsOf(networkFacts(catalog)),
    SOURCE: idsOf(catalog.sources),
  };
}

/** What refers to facts: conflicts, and the causes of symptoms. */
function references(catalog: Catalog) {
  return [
    ...catalog.conflicts.map(({ id, touches }) => ({ id, facts: touches })),
    ...catalog.symptoms.flatMap(({ id, causes }) =>
      causes.map(({ facts }, index) => ({ id: `${id}, cause ${index + 1}`, facts })),
    ),
  ];
}

export const conflictReferences: Lint = {
  name: 'conflict-references',
  description:
    'A conflict, and a cause of a symptom, concerns at least one fact, each once, and all of them exist.',
  offenders: (catalog) => {
    const known = idsByKind(catalog);
    return references(catalog).flatMap(({ id, facts }) => [
      ...(facts.length > 0 ? [] : [`${id}: touches nothing`]),
      ...facts
        .filter((fact) => !known[fact.kind].includes(fact.id))
        .map((fact) => `${id}: there is no ${fact.kind} ${fact.id}`),
      ...repeated(facts.map((fact) => `${fact.kind} ${fact.id}`)).map(
        (fact) => `${id}: touches ${fact} twice`,
      ),
    ]);
  },
};
