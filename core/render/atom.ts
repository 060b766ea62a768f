/** Atom feeds (RFC 4287), newest entries first. */

export interface AtomEntry {
  /** Behind the id of the feed. */
  readonly id: string;
  readonly title: string;
  readonly date: string;
  /** Path of the page about it. */
  readonly path: string;
  readonly category?: { readonly term: string; readonly label: string };
  readonly text: string;
}

export interface AtomFeed {
  /** Behind the start of every id. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Day of the newest entry, or on which a feed without entries begins. */
  readonly date: string;
  /** Path of the feed. */
  readonly self: string;
  /** Path of the page about it. */
  readonly page: string;
  readonly entries: readonly AtomEntry[];
}

/** The start of every id, a tag URI (RFC 4151). It never changes, wherever the site is published. */
const authority = 'tag:apim-network-atlas,2026:';

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Editions have a day but no time. */
const timeOf = (date: string): string => `${date}T00:00:00Z`;

/** The feed; without the address of the site its links are relative. */
export function atomXml(feed: AtomFeed, site: URL | undefined, version: string): string {
  const address = (path: string) => escaped(site ? new URL(path, site).href : path);
  const feedId = `${authority}${escaped(feed.id)}`;
  const entry = ({ id, title, date, path, category, text }: AtomEntry) => `  <entry>
    <id>${feedId}/${escaped(id)}</id>
    <title>${escaped(title)}</title>
    <updated>${timeOf(date)}</updated>
    <link rel="alternate" type="text/html" href="${address(path)}"/>
${category ? `    <category term="${escaped(category.term)}" label="${escaped(category.label)}"/>\n` : ''}    <content type="text">${escaped(text)}</content>
  </entry>
`;
  const newestFirst = feed.entries.toSorted((a, b) => b.date.localeCompare(a.date));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${feedId}</id>
  <title>${escaped(feed.title)}</title>
  <subtitle>${escaped(feed.subtitle)}</subtitle>
  <updated>${timeOf(newestFirst[0]?.date ?? feed.date)}</updated>
  <author><name>APIM Network Atlas</name></author>
  <generator version="${escaped(version)}">APIM Network Atlas</generator>
  <link rel="self" type="application/atom+xml" href="${address(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${address(feed.page)}"/>
${newestFirst.map(entry).join('')}</feed>
`;
}
