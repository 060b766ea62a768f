/** /data/v1/openapi.json: the data files as an API. */

import type { APIRoute } from 'astro';
import { openApi } from '../../../data-files/openapi.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`${JSON.stringify(openApi(site), null, 2)}\n`);
