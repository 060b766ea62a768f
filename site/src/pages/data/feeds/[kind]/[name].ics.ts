/** /data/feeds/regions/westeurope.ics and the others: the days of the feed and announced days, with alarms. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { feedCalendar } from '../../../../../../core/answers/feeds/feed.ts';
import { type Facet, facets } from '../../../../feeds/facets.ts';

export const getStaticPaths = (() =>
  facets.map((facet) => ({
    params: { kind: facet.kind, name: facet.name },
    props: { facet },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ facet: Facet }> = ({ props: { facet }, site }) =>
  new Response(feedCalendar(facet, site));
