/** /changes.atom: the feed of the changes page, from its query. */

import type { APIRoute } from 'astro';
import { execute } from '../../../api/execute.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { ChangesDocument } from '../generated/queries.ts';
import { atomFeed } from '../lib/atom.ts';

export const GET: APIRoute = async ({ site }) => {
  const { changes } = await execute(ChangesDocument, {});
  return new Response(atomFeed(changes, site, manifest.version));
};
