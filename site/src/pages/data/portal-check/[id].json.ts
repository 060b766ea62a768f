/** /data/portal-check/deny-sql.json and the others: the networks of the comparison with the portal's check. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { documentOf } from '../../../portal-check/document.ts';
import type { Group } from '../../../portal-check/group.ts';
import { themes } from '../../../portal-check/groups/index.ts';

export const getStaticPaths = (() =>
  themes
    .flatMap(({ groups }) => groups)
    .map((group) => ({ params: { id: group.id }, props: { group } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ group: Group }> = ({ props: { group } }) =>
  new Response(`${JSON.stringify(documentOf(group), null, 2)}\n`);
