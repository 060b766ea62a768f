/** /data/feeds/regions/westeurope.atom and the others: an entry for each day on which requirements changed. */

import type { APIRoute, GetStaticPaths } from 'astro';
import manifest from '../../../../../../package.json' with { type: 'json' };
import { type Facet, facetPage, facets, feedPath } from '../../../../feeds/facets.ts';
import { documentDates } from '../../../../feeds/requirements.ts';
import { textOf, titleOf } from '../../../../feeds/texts.ts';
import { atomXml } from '../../../../lib/atom.ts';

export const getStaticPaths = (() =>
  facets.map((facet) => ({
    params: { kind: facet.kind, name: facet.name },
    props: { facet },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ facet: Facet }> = ({ props: { facet }, site }) => {
  const page = facetPage(facet);
  const feed = {
    id: `feeds/${facet.kind}/${facet.name}`,
    title: `API Management: ${facet.title}`,
    subtitle: `What changes for ${facet.title}: ${facet.about}.`,
    date: documentDates[0] ?? '',
    self: feedPath(facet, 'atom'),
    page,
    entries: facet.entries.map((entry) => ({
      id: entry.date,
      title: titleOf(facet, entry),
      date: entry.date,
      path: page,
      text: textOf(entry),
    })),
  };
  return new Response(atomXml(feed, site, manifest.version));
};
