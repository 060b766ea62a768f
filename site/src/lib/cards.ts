/** The pictures that stand for a page where its address is shared, one for each kind of page. */

export interface Card {
  /** Name of the file. */
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  /** How the addresses of its pages begin. */
  readonly paths: readonly string[];
}

const general: Card = {
  kind: 'atlas',
  title: 'Will API Management work in your network?',
  text: 'Which required traffic is blocked, by which rule, and the fix.',
  paths: [],
};

export const cards: readonly Card[] = [
  general,
  {
    kind: 'validate',
    title: 'Validate a network',
    text: 'Paste Bicep, Terraform or an NSG and see the line that blocks API Management.',
    paths: ['/validate/', '/compare/'],
  },
  {
    kind: 'tools',
    title: 'Rules, subnets and addresses',
    text: 'What to allow, how large a subnet must be, and which changes move an address.',
    paths: [
      '/required-rules/',
      '/subnet-calculator/',
      '/will-my-ip-change/',
      '/what-is-this-address/',
    ],
  },
  {
    kind: 'port-rules',
    title: 'Every port of API Management',
    text: 'Rule by rule and edition by edition, with sources and dates.',
    paths: ['/port-rules/'],
  },
  {
    kind: 'regions',
    title: 'API Management in your region',
    text: 'Rules that deploy as they are, control-plane addresses, and service tags.',
    paths: ['/regions/', '/service-tags/'],
  },
  {
    kind: 'requirements',
    title: 'What API Management needs',
    text: 'Tiers, subnets, host names, DNS and routes, each fact with its source.',
    paths: [
      '/tiers/',
      '/subnets/',
      '/endpoints/',
      '/prerequisites/',
      '/dns/',
      '/routing/',
      '/limitations/',
      '/integrations/',
      '/ip-changes/',
    ],
  },
  {
    kind: 'symptoms',
    title: 'What went wrong?',
    text: 'From a symptom or an error text to its cause, and what to do.',
    paths: ['/symptoms/'],
  },
  {
    kind: 'guides',
    title: 'Guides to API Management networks',
    text: 'First deployment, internal mode, forced tunnels, pipelines.',
    paths: ['/guides/'],
  },
  {
    kind: 'history',
    title: 'What changed, and where documents disagree',
    text: 'Each edition of the documentation since 2019, compared.',
    paths: ['/changes/', '/conflicts/', '/sources/'],
  },
  {
    kind: 'api',
    title: 'Network facts for machines',
    text: 'GraphQL, data files, a command, and checks with permanent ids.',
    paths: ['/reference/', '/data/', '/checks/'],
  },
];

export const cardOf = (path: string): Card =>
  cards.find(({ paths }) => paths.some((start) => path.startsWith(start))) ?? general;

export const cardPath = ({ kind }: Card) => `/cards/${kind}.png`;
/** Pixels. */
export const cardSize = { width: 1200, height: 630 } as const;
