import { readdirSync, readFileSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { checks } from '../core/validate/checks/index.ts';
import { compressedFiles } from './src/compressed-files.ts';
import { devServer } from './src/dev-server.ts';
import { guidesIn } from './src/guides.ts';
import { markdownTwins } from './src/markdown/twins.ts';
import { contentSecurityPolicy } from './src/security/content-security-policy.ts';

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
      },
      disable404Route: true,
      lastUpdated: false,
      head: [
        {
          tag: 'meta',
          attrs: {
            name: 'theme-color',
            content: '#ffffff',
            media: '(prefers-color-scheme: light)',
          },
        },
        {
          tag: 'meta',
          attrs: { name: 'theme-color', content: '#17181c', media: '(prefers-color-scheme: dark)' },
        },
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
      sidebar: [
        {
          label: 'Requirements',
          items: [
            { label: 'Port rules', link: '/port-rules/' },
            { label: 'Regions', link: '/regions/' },
            { label: 'Service tags', link: '/service-tags/' },
            { label: 'Tiers', link: '/tiers/' },
            { label: 'Subnets', link: '/subnets/' },
            { label: 'Endpoints', link: '/endpoints/' },
          ],
        },
        {
          label: 'Operation',
          items: [
            { label: 'IP changes', link: '/ip-changes/' },
            { label: 'Prerequisites', link: '/prerequisites/' },
            { label: 'DNS', link: '/dns/' },
            { label: 'Routing', link: '/routing/' },
            { label: 'Symptoms', link: '/symptoms/' },
            { label: 'Limitations', link: '/limitations/' },
            { label: 'Integrations', link: '/integrations/' },
          ],
        },
        {
          label: 'Tools',
          items: [
            { label: 'Validate a network', link: '/validate/' },
            { label: 'Required rules', link: '/required-rules/' },
            { label: 'Subnet calculator', link: '/subnet-calculator/' },
            { label: 'Will my IP change?', link: '/will-my-ip-change/' },
            { label: 'What is this address?', link: '/what-is-this-address/' },
            { label: 'Checks', link: '/checks/' },
            { label: 'GraphQL reference', link: '/reference/' },
            { label: 'GraphiQL', link: '/graphql' },
          ],
        },
        {
          label: 'Guides',
          items: guides.map(({ title, path }) => ({ label: title, link: path })),
        },
        {
          label: 'Documents',
          items: [
            { label: 'Changes', link: '/changes/' },
            { label: 'Conflicts', link: '/conflicts/' },
            { label: 'Sources', link: '/sources/' },
            { label: 'Data files', link: '/data/' },
          ],
        },
      ],
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
