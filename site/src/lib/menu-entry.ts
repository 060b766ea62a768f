/** The entry of the menu that a page belongs to. */

import type { StarlightRouteData } from '@astrojs/starlight/route-data';

type Entry = StarlightRouteData['sidebar'][number];
type Link = Extract<Entry, { type: 'link' }>;
type Group = Extract<Entry, { type: 'group' }>;

interface MenuEntry {
  readonly group: Group;
  readonly link: Link;
}

/** The nearest entry; undefined for a page below none, such as the front page. */
export function menuEntryOf(sidebar: readonly Entry[], path: string): MenuEntry | undefined {
  return sidebar
    .flatMap((entry) =>
      entry.type === 'group'
        ? entry.entries.flatMap((link) => (link.type === 'link' ? [{ group: entry, link }] : []))
        : [],
    )
    .filter(({ link }) => link.href.endsWith('/') && path.startsWith(link.href))
    .sort((a, b) => b.link.href.length - a.link.href.length)[0];
}
