/** What can be followed by a file of its own: each region, each service tag of the port table, each tier that a network carries. */

import { announcedFor } from '../../../core/answers/feeds/announced.ts';
import { entriesOf, type FeedEntry, type State } from '../../../core/answers/feeds/entries.ts';
import type { Feed } from '../../../core/answers/feeds/feed.ts';
import { fileEntries, inOrder } from '../../../core/answers/feeds/file-entries.ts';
import {
  addressLines,
  documentDates,
  tagLines,
  tierLines,
} from '../../../core/answers/feeds/requirements.ts';
import { regionalTagsOf } from '../../../core/answers/feeds/tags.ts';
import { catalog } from '../../../data/index.ts';
import type { IsoDate } from '../../../data/model.ts';
import { labelOf } from '../lib/labels.ts';
import { slug } from '../lib/sentences.ts';

export interface Facet extends Feed {
  readonly kind: 'regions' | 'service-tags' | 'tiers';
  /** Part of the address. */
  readonly name: string;
}

const entriesFrom = (stateOn: (date: IsoDate) => Omit<State, 'date'>): readonly FeedEntry[] =>
  entriesOf(documentDates.map((date) => ({ date, ...stateOn(date) })));

function facet(
  kind: Facet['kind'],
  name: string,
  rest: Omit<Facet, 'kind' | 'name' | 'id' | 'since' | 'page'>,
): Facet {
  const since = documentDates[0] ?? '';
  return { kind, name, id: `${kind}/${name}`, since, page: `/${kind}/${name}/`, ...rest };
}

/** The tier of the feeds of regions, which has all modes and several regions. */
const regionTier = 'PREMIUM';

const regions = catalog.regions.map((region) =>
  facet('regions', region.name, {
    title: region.displayName,
    about:
      'rules of a Premium instance, documented control-plane addresses, and addresses of the regional tags that the rules need',
    entries: inOrder([
      ...entriesFrom((date) => {
        const { lines, optional } = tierLines(regionTier, date, region.cloud);
        return { lines: [...lines, ...addressLines(region, date)], optional };
      }),
      ...fileEntries(regionalTagsOf(region), ({ cloud }) => cloud === region.cloud),
    ]),
    facts: announcedFor({ tier: regionTier, isPublic: region.cloud === 'PUBLIC' }),
  }),
);

const serviceTags = catalog.serviceTags.map(({ name }) =>
  facet('service-tags', slug(name), {
    title: `Service tag ${name}`,
    about: 'rows of the port table with the tag, also optional ones, and its addresses',
    entries: inOrder([
      ...entriesFrom((date) => ({ lines: tagLines(name, date), optional: [] })),
      ...fileEntries([name], () => true),
    ]),
    facts: [],
  }),
);

const tiers = catalog.tierProfiles.map(({ tier }) =>
  facet('tiers', slug(tier), {
    title: labelOf(tier),
    about: 'rules of an instance of the tier',
    entries: entriesFrom((date) => tierLines(tier, date)),
    facts: announcedFor({ tier }),
  }),
);

/** Without those that no document has ever said anything about. */
export const facets: readonly Facet[] = [...regions, ...serviceTags, ...tiers].filter(
  ({ entries, facts }) => entries.length + facts.length > 0,
);

export const feedPath = ({ id }: Facet, format: 'atom' | 'ics') => `/data/feeds/${id}.${format}`;

const byPage = new Map(facets.map((one) => [one.page, one]));

/** The facet that a page is about. */
export const facetOf = (page: string): Facet | undefined => byPage.get(page);
