/** Starlight's collections. All pages are Astro files; Astro warns of an empty collection, so it has one draft. */

import { defineCollection } from 'astro:content';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';

export const collections = {
  docs: defineCollection({
    loader: () => [{ id: 'draft', title: 'Draft', draft: true }],
    schema: docsSchema(),
  }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
