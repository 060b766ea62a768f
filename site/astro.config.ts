import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'http://localhost:4000',
  trailingSlash: 'always',
  // A line break between words is a space, as in HTML.
  compressHTML: true,
  integrations: [
    starlight({
      title: 'APIM Network Atlas',
      description:
        'Every port, service tag, address and subnet rule of Azure API Management in a virtual network, with its source and date.',
      favicon: '/favicon.svg',
      credits: false,
      disable404Route: true,
      lastUpdated: false,
      customCss: ['./src/styles/atlas.css'],
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
            { label: 'Limitations', link: '/limitations/' },
          ],
        },
        {
          label: 'Validation',
          items: [
            { label: 'Validate a network', link: '/guides/validate/' },
            { slug: 'guides/reading-a-verdict' },
            { label: 'Checks', link: '/checks/' },
          ],
        },
        { label: 'Sources', link: '/sources/' },
      ],
    }),
  ],
  vite: {
    build: {
      rolldownOptions: {
        onLog(level, log, handler) {
          // Astro's own marker in its components, which the bundler does not know.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
