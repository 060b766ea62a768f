import { readdirSync, readFileSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { checks } from '../core/validate/checks/index.ts';
import { compressedFiles } from './src/compressed-files.ts';
import { devServer } from './src/dev-server.ts';
import { guidesIn } from './src/guides.ts';
import { markdownTwins } from './src/markdown/twins.ts';
import { contentSecurityPolicy } from './src/security/content-security-policy.ts';
import { sidebarWith } from './src/sidebar.ts';

// The address of the published site, for canonical links and the sitemap. Without one there are neither.
const site = process.env.SITE_URL;
/** Replaces the sitemap integration of Starlight, which warns if the site has no address. */
const noSitemap = { name: '@astrojs/sitemap', hooks: {} };

const guideDirectory = new URL('src/pages/guides/', import.meta.url);
const guides = guidesIn(
  Object.fromEntries(
    readdirSync(guideDirectory).map((name) => [
      name,
      readFileSync(new URL(name, guideDirectory), 'utf8'),
    ]),
  ),
);

export default defineConfig({
  ...(site && { site }),
  trailingSlash: 'always',
  redirects: {
    // Earlier ids of checks.
    ...Object.fromEntries(
      checks.flatMap(({ id, aliases = [] }) =>
        aliases.map((alias) => [`/checks/${alias}`, `/checks/${id}/`]),
      ),
    ),
    '/reference/factreference': '/reference/fact/',
  },
  // A line break between words is a space, as in HTML.
  compressHTML: true,
  integrations: [
    ...(site ? [] : [noSitemap]),
    devServer(),
    markdownTwins(),
    contentSecurityPolicy(),
    starlight({
      title: 'APIM Network Atlas',
      description:
        'Every port, service tag, address and subnet rule of Azure API Management in a virtual network, with its source and date.',
      favicon: '/favicon.svg',
      logo: { src: './src/assets/mark.svg', alt: '' },
      credits: false,
      components: {
        Search: './src/components/Search.astro',
        SocialIcons: './src/components/HeaderLinks.astro',
        PageTitle: './src/components/PageTitle.astro',
      },
      routeMiddleware: './src/route-data.ts',
      disable404Route: true,
      lastUpdated: false,
      head: [
        {
          tag: 'meta',
          attrs: {
            name: 'theme-color',
            content: '#fdfdfb',
            media: '(prefers-color-scheme: light)',
          },
        },
        {
          tag: 'meta',
          attrs: { name: 'theme-color', content: '#10181d', media: '(prefers-color-scheme: dark)' },
        },
        { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' } },
        { tag: 'link', attrs: { rel: 'manifest', href: '/manifest.webmanifest' } },
        { tag: 'noscript', content: '<link rel="stylesheet" href="/no-script.css">' },
        {
          tag: 'link',
          attrs: {
            rel: 'alternate',
            type: 'application/atom+xml',
            href: '/changes.atom',
            title: 'Changes',
          },
        },
      ],
      customCss: [
        './src/styles/atlas.css',
        './src/styles/tables.css',
        './src/styles/components.css',
        './src/styles/controls.css',
        './src/styles/search.css',
        './src/styles/matrix.css',
        './src/styles/pictures.css',
        './src/styles/print.css',
      ],
      sidebar: sidebarWith(guides),
    }),
    // After Starlight, which writes the search index.
    compressedFiles(),
  ],
  vite: {
    // In modules a worker can load parts of itself when it needs them.
    worker: { format: 'es' },
    build: {
      rolldownOptions: {
        onLog(level, log, handler) {
          // Astro marks its components with a directive that the bundler does not know.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
