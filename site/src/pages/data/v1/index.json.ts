/** /data/v1/index.json: the list of all data files. */

import type { APIRoute } from 'astro';
import { indexContent } from '../../../data-files/index-file.ts';

export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(await indexContent(), null, 2)}\n`);
