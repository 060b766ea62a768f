/** The changes between editions as an Atom feed. */

import { type AtomEntry, atomXml } from '../../../core/render/atom.ts';
import type { ChangesQuery } from '../generated/queries.ts';
import { labelOf, labelsOf } from './labels.ts';

function entryOf(change: ChangesQuery['changes'][number]): AtomEntry {
  const sources = [...new Set(change.citations.map(({ source }) => source.title))].join('; ');
  return {
    id: change.id,
    title: change.summary,
    date: change.date,
    path: `/changes/#${change.id}`,
    category: { term: change.kind, label: labelOf(change.kind) },
    text: `${change.action} (${labelsOf(change.platforms)}; since ${change.comparedWith}; ${sources})`,
  };
}

/** The changes between editions as a feed. */
export function atomFeed(
  changes: ChangesQuery['changes'],
  site: URL | undefined,
  version: string,
): string {
  const feed = {
    id: 'changes',
    title: 'APIM Network Atlas: changes',
    subtitle: 'What each edition of the network reference of Azure API Management changed.',
    date: changes[0]?.date ?? '',
    self: '/changes.atom',
    page: '/changes/',
    entries: changes.map(entryOf),
  };
  return atomXml(feed, site, version);
}
