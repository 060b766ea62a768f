/** The menu: what one comes for first; guides, history and the API folded, so that it fits a laptop's screen. */

import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Guide } from './guides.ts';

type Sidebar = NonNullable<StarlightUserConfig['sidebar']>;

export const sidebarWith = (guides: readonly Guide[]): Sidebar => [
  {
    label: 'Tools',
    items: [
      { label: 'Validate a network', link: '/validate/' },
      { label: 'Compare networks', link: '/compare/' },
      { label: 'Required rules', link: '/required-rules/' },
      { label: 'Subnet calculator', link: '/subnet-calculator/' },
      { label: 'Will my IP change?', link: '/will-my-ip-change/' },
      { label: 'What is this address?', link: '/what-is-this-address/' },
      { label: 'Search the Atlas', link: '/search/' },
    ],
  },
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
      { label: 'Symptoms', link: '/symptoms/' },
      { label: 'IP changes', link: '/ip-changes/' },
      { label: 'Prerequisites', link: '/prerequisites/' },
      { label: 'DNS', link: '/dns/' },
      { label: 'Routing', link: '/routing/' },
      { label: 'Limitations', link: '/limitations/' },
      { label: 'Integrations', link: '/integrations/' },
    ],
  },
  {
    label: 'Guides',
    collapsed: true,
    items: guides.map(({ title, path }) => ({ label: title, link: path })),
  },
  {
    label: 'History',
    collapsed: true,
    items: [
      { label: 'Changes', link: '/changes/' },
      { label: 'Conflicts', link: '/conflicts/' },
      { label: 'Sources', link: '/sources/' },
    ],
  },
  {
    label: 'API',
    collapsed: true,
    items: [
      { label: 'GraphQL reference', link: '/reference/' },
      { label: 'GraphiQL', link: '/graphql' },
      { label: 'Schema changes', link: '/reference/changes/' },
      { label: 'Data files', link: '/data/' },
      { label: 'Checks', link: '/checks/' },
    ],
  },
];
