/** Marks in the menu the entry that a page belongs to: the list of regions for a region, the changes for a comparison. */

import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { menuEntryOf } from './lib/menu-entry.ts';

export const onRequest = defineRouteMiddleware(({ url, locals }) => {
  const { sidebar } = locals.starlightRoute;
  const entry = menuEntryOf(sidebar, url.pathname);
  if (!entry || entry.link.isCurrent) return;
  // It is the way to the page, not the page itself.
  entry.link.attrs['aria-current'] = 'true';
  entry.group.collapsed = false;
});
