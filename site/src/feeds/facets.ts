/** What can be followed: each region, each service tag of the port table, each tier that a network carries. */

import { catalog } from '../../../data/index.ts';
import type { IsoDate, NetworkFact, Tier } from '../../../data/model.ts';
import { labelOf } from '../lib/labels.ts';
import { slug } from '../lib/sentences.ts';
import { entriesOf, type FeedEntry, type State } from './entries.ts';
import { addressLines, documentDates, tagLines, tierLines } from './requirements.ts';

/** Something that documents announce for a day. */
export interface DatedFact {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly date: IsoDate;
  /** Path of the page about it. */
  readonly path: string;
}

export interface Facet {
  readonly kind: 'regions' | 'service-tags' | 'tiers';
  /** Part of the address. */
  readonly name: string;
  readonly title: string;
  /** What its lines are. */
  readonly about: string;
  readonly entries: readonly FeedEntry[];
  readonly facts: readonly DatedFact[];
}

/** The facts that hold in some clouds alone; the others hold in all. */
const isOfPublicCloud: Readonly<Record<string, boolean>> = {
  'stv1-retired': true,
  'stv1-retired-other-clouds': false,
};

const topics: readonly (readonly [page: string, facts: readonly NetworkFact[]])[] = [
  ['/prerequisites/', catalog.prerequisites],
  ['/dns/', catalog.dnsFacts],
  ['/routing/', catalog.routingFacts],
  ['/limitations/', catalog.limitations],
  ['/integrations/', catalog.integrations],
];

/** Facts on the addresses of some regions; the entries of a region have its own. */
const onSomeRegions: readonly string[] = [
  'control-plane-addresses-changed-march-2023',
  'control-plane-address-changed-september-2023',
];

/** For a region `isPublic` says whether its cloud is the public one; for a tier all clouds count. */
function factsFor(tier: Tier, isPublic?: boolean): readonly DatedFact[] {
  const all = topics.flatMap(([page, facts]) =>
    facts.map((fact) => ({ ...fact, path: `${page}#${fact.id}` })),
  );
  return all
    .filter(({ tiers }) => tiers.includes(tier))
    .filter(
      ({ id }) =>
        isPublic === undefined ||
        ((isOfPublicCloud[id] ?? isPublic) === isPublic && !onSomeRegions.includes(id)),
    )
    .flatMap(({ id, title, statement, effectiveOn, path }) =>
      effectiveOn === undefined ? [] : [{ id, title, text: statement, date: effectiveOn, path }],
    )
    .sort((a, b) => a.date.localeCompare(b.date));
}

const entriesFrom = (stateOn: (date: IsoDate) => Omit<State, 'date'>): readonly FeedEntry[] =>
  entriesOf(documentDates.map((date) => ({ date, ...stateOn(date) })));

/** The tier of the feeds of regions, which has all modes and several regions. */
const regionTier = 'PREMIUM';

const regions: readonly Facet[] = catalog.regions.map((region) => ({
  kind: 'regions',
  name: region.name,
  title: region.displayName,
  about: 'rules of a Premium instance, and documented control-plane addresses',
  entries: entriesFrom((date) => {
    const { lines, optional } = tierLines(regionTier, date, region.cloud);
    return { lines: [...lines, ...addressLines(region, date)], optional };
  }),
  facts: factsFor(regionTier, region.cloud === 'PUBLIC'),
}));

const serviceTags: readonly Facet[] = catalog.serviceTags.map(({ name }) => ({
  kind: 'service-tags',
  name: slug(name),
  title: `Service tag ${name}`,
  about: 'rows of the port table with the tag, also optional ones',
  entries: entriesFrom((date) => ({ lines: tagLines(name, date), optional: [] })),
  facts: [],
}));

const tiers: readonly Facet[] = catalog.tierProfiles.map(({ tier }) => ({
  kind: 'tiers',
  name: slug(tier),
  title: labelOf(tier),
  about: 'rules of an instance of the tier',
  entries: entriesFrom((date) => tierLines(tier, date)),
  facts: factsFor(tier),
}));

/** Without those that no document has ever said anything about. */
export const facets: readonly Facet[] = [...regions, ...serviceTags, ...tiers].filter(
  ({ entries, facts }) => entries.length + facts.length > 0,
);

export const feedPath = ({ kind, name }: Pick<Facet, 'kind' | 'name'>, format: 'atom' | 'ics') =>
  `/data/feeds/${kind}/${name}.${format}`;

/** Path of the page about what the feed is about. */
export const facetPage = ({ kind, name }: Pick<Facet, 'kind' | 'name'>) => `/${kind}/${name}/`;

const byPage = new Map(facets.map((facet) => [facetPage(facet), facet]));

/** The facet that a page is about. */
export const facetOf = (page: string): Facet | undefined => byPage.get(page);
