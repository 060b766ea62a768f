/** /data/badges/westeurope.svg and the others: a badge for each region. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { catalog } from '../../../../../data/index.ts';
import type { Region } from '../../../../../data/model.ts';
import { regionBadge } from '../../../lib/region-badge.ts';

export const getStaticPaths = (() =>
  catalog.regions.map((region) => ({
    params: { name: region.name },
    props: { region },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ region: Region }> = ({ props: { region } }) =>
  new Response(regionBadge(region));
