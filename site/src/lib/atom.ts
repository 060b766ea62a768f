/** The changes between editions as an Atom feed (RFC 4287), newest first. */

import type { ChangesQuery } from '../generated/queries.ts';
import { labelOf, labelsOf } from './labels.ts';

/** The start of every id, a tag URI (RFC 4151). It never changes, wherever the site is published. */
const feedId = 'tag:apim-network-atlas,2026:changes';

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Editions have a day but no time. */
function timeOf(date: string | undefined): string {
  return `${date ?? ''}T00:00:00Z`;
}

function entry(change: ChangesQuery['changes'][number], address: (path: string) => string): string {
  const sources = [...new Set(change.citations.map(({ source }) => source.title))].join('; ');
  const text = `${change.action} (${labelsOf(change.platforms)}; since ${change.comparedWith}; ${sources})`;
  return `  <entry>
    <id>${feedId}/${escaped(change.id)}</id>
    <title>${escaped(change.summary)}</title>
    <updated>${timeOf(change.date)}</updated>
    <link rel="alternate" type="text/html" href="${escaped(address(`/changes/#${change.id}`))}"/>
    <category term="${escaped(change.kind)}" label="${escaped(labelOf(change.kind))}"/>
    <content type="text">${escaped(text)}</content>
  </entry>
`;
}

/** The feed; without the address of the site its links are relative. */
export function atomFeed(
  changes: ChangesQuery['changes'],
  site: URL | undefined,
  version: string,
): string {
  const address = (path: string) => (site ? new URL(path, site).href : path);
  const newestFirst = changes.toSorted((a, b) => b.date.localeCompare(a.date));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${feedId}</id>
  <title>APIM Network Atlas: changes</title>
  <subtitle>What each edition of the network reference of Azure API Management changed.</subtitle>
  <updated>${timeOf(newestFirst[0]?.date)}</updated>
  <author><name>APIM Network Atlas</name></author>
  <generator version="${escaped(version)}">APIM Network Atlas</generator>
  <link rel="self" type="application/atom+xml" href="${escaped(address('/changes.atom'))}"/>
  <link rel="alternate" type="text/html" href="${escaped(address('/changes/'))}"/>
${newestFirst.map((change) => entry(change, address)).join('')}</feed>
`;
}
