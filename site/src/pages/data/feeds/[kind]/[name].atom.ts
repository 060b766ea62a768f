/** /data/feeds/regions/westeurope.atom and the others: an entry for each day on which requirements changed. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { feedAtom } from '../../../../../../core/answers/feeds/feed.ts';
import { type Facet, facets, feedPath } from '../../../../feeds/facets.ts';

export const getStaticPaths = (() =>
  facets.map((facet) => ({
    params: { kind: facet.kind, name: facet.name },
    props: { facet },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ facet: Facet }> = ({ props: { facet }, site }) =>
  new Response(feedAtom(facet, feedPath(facet, 'atom'), site));
