/**
 * What each page gets by its address: the mark in the menu on the entry that it belongs to, such as the list of regions
 * for a region, and the picture for where its address is shared.
 */

import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { cardOf, cardPath, cardSize } from './lib/cards.ts';
import { menuEntryOf } from './lib/menu-entry.ts';

export const onRequest = defineRouteMiddleware(({ url, site, locals }) => {
  const { sidebar, head } = locals.starlightRoute;
  const card = cardOf(url.pathname);
  const meta = {
    // Without the address of the published site there is only the path.
    'og:image': site ? new URL(cardPath(card), site).href : cardPath(card),
    'og:image:alt': card.title,
    'og:image:width': cardSize.width,
    'og:image:height': cardSize.height,
  };
  for (const [property, content] of Object.entries(meta)) {
    head.push({ tag: 'meta', attrs: { property, content: String(content) }, content: '' });
  }
  const entry = menuEntryOf(sidebar, url.pathname);
  if (!entry || entry.link.isCurrent) return;
  // It is the way to the page, not the page itself.
  entry.link.attrs['aria-current'] = 'true';
  entry.group.collapsed = false;
});
