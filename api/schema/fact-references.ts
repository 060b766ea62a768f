/** Any fact by its kind and id: its title, its page on the documentation site and its citations. */

import { cite } from '../../data/cite.ts';
import { catalog } from '../../data/index.ts';
import type { Citation as CitationData } from '../../data/model.ts';
import { builder } from '../builder.ts';
import type { SearchHitKind } from '../knowledge/search.ts';
import { checks } from '../validate/checks/index.ts';
import { FactKind } from './answer-enums.ts';
import { Citation } from './sources.ts';

interface FactPage {
  readonly kind: SearchHitKind;
  readonly id: string;
  readonly title: string;
  /** Path of the page on the documentation site. */
  readonly path: string;
  readonly citations: readonly CitationData[];
}

interface Titled {
  readonly id: string;
  readonly title: string;
  readonly citations: readonly CitationData[];
}

function sectionsOf(kind: SearchHitKind, page: string, facts: readonly Titled[]) {
  return facts.map(
    ({ id, title, citations }): FactPage => ({
      kind,
      id,
      title,
      path: `/${page}/#${id}`,
      citations,
    }),
  );
}

const pages: readonly FactPage[] = [
  ...catalog.portRules.map(
    ({ id, title, statements }): FactPage => ({
      kind: 'PORT_RULE',
      id,
      title,
      path: `/port-rules/${id}/`,
      citations: statements.at(-1)?.citations ?? [],
    }),
  ),
  ...catalog.regions.map(
    ({ name, displayName, citations }): FactPage => ({
      kind: 'REGION',
      id: name,
      title: displayName,
      path: `/regions/${name}/`,
      citations,
    }),
  ),
  ...catalog.serviceTags.map(
    ({ name, citations }): FactPage => ({
      kind: 'SERVICE_TAG',
      id: name,
      title: name,
      path: `/service-tags/${name.toLowerCase()}/`,
      citations,
    }),
  ),
  ...catalog.tierProfiles.map(
    ({ tier, displayName, citations }): FactPage => ({
      kind: 'TIER',
      id: tier,
      title: displayName,
      path: `/tiers/${tier.toLowerCase().replace('_', '-')}/`,
      citations,
    }),
  ),
  ...checks.map(
    ({ id, title, citations }): FactPage => ({
      kind: 'CHECK',
      id,
      title,
      path: `/checks/${id}/`,
      citations,
    }),
  ),
  ...sectionsOf('ENDPOINT', 'endpoints', catalog.endpoints),
  ...sectionsOf('IP_CHANGE_TRIGGER', 'ip-changes', catalog.ipChangeTriggers),
  ...sectionsOf('SUBNET_RULE', 'subnets', catalog.subnetRules),
  ...sectionsOf('NETWORK_FACT', 'prerequisites', catalog.prerequisites),
  ...sectionsOf('NETWORK_FACT', 'dns', catalog.dnsFacts),
  ...sectionsOf('NETWORK_FACT', 'routing', catalog.routingFacts),
  ...sectionsOf('NETWORK_FACT', 'limitations', catalog.limitations),
  ...sectionsOf(
    'CONFLICT',
    'conflicts',
    catalog.conflicts.map(({ positions, ...conflict }) => ({
      ...conflict,
      citations: positions.flatMap(({ citations }) => citations),
    })),
  ),
  ...sectionsOf(
    'SOURCE',
    'sources',
    catalog.sources.map((source) => ({
      ...source,
      citations: [cite(source.id, 'Title and date')],
    })),
  ),
];

const pageByFact = new Map(pages.map((page) => [`${page.kind} ${page.id}`, page]));

/** The page of a fact that is known to be there: references and search hits come from the same catalog. */
export function pageOf({ kind, id }: Pick<FactPage, 'kind' | 'id'>): FactPage {
  const page = pageByFact.get(`${kind} ${id}`);
  if (page === undefined) throw new Error(`no fact of the kind ${kind} has the id "${id}"`);
  return page;
}

export const FactReference = builder.objectRef<FactPage>('FactReference');

FactReference.implement({
  description: 'A fact that something else concerns, and where to read about it.',
  fields: (t) => ({
    kind: t.expose('kind', { type: FactKind, description: 'Kind of the fact.' }),
    id: t.exposeID('id', {
      description: "Id of the fact within its kind: a rule's id, a region's or tag's name.",
    }),
    title: t.exposeString('title', { description: 'Short name.' }),
    path: t.exposeString('path', {
      description: 'Path of its page on the documentation site, for example /port-rules/storage/.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'Where the fact is documented; for a source, the source itself.',
    }),
  }),
});
