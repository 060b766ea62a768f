/** Limits of classic injection, from the limitations of the networking pages. */

import { cite, citeOn } from '../cite.ts';
import { type NetworkFact, tiers } from '../model.ts';

const injected = {
  tiers: ['DEVELOPER', 'PREMIUM'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
  platforms: ['STV1', 'STV2'],
} as const;

const reread = citeOn('2026-11-28');
const in2019 = cite('vnet-reference-2019-09-09', 'Limitations');
const in2023 = cite('virtual-network-concepts-2023', 'Limitations');
const in2025 = cite('injection-resources-2025-04-17', 'Limitations');

export const injectionLimitations: readonly NetworkFact[] = [
  {
    id: 'openapi-import-public-url',
    title: 'OpenAPI import needs a public URL',
    statement: 'The URL of an OpenAPI document to import must be on the public internet.',
    ...injected,
    citations: [
      cite('vnet-reference-2019-09-09', 'How to use API Management with virtual networks'),
      in2023,
      in2025,
    ],
  },
  {
    id: 'injection-reach',
    title: 'Injection reaches peered networks, ExpressRoute and VPN',
    statement:
      'An injected instance exchanges traffic with its virtual network, peered networks such as a hub, ExpressRoute and site-to-site VPN, and in external mode with the internet; security rules can limit all of it.',
    ...injected,
    platforms: ['STV2'],
    citations: [
      cite('virtual-network-concepts-2023', 'Networking models compared'),
      cite('virtual-network-concepts-2024-10-16', 'Networking models compared'),
    ],
  },
  {
    id: 'developer-portal-management-endpoint',
    title: 'The developer portal needs the management endpoint',
    statement:
      'In internal mode the administrative interface of the developer portal calls the management endpoint from the browser, so the browser must resolve its name to the private address; an application gateway that leads to the portal from the internet must lead to the management endpoint, too.',
    ...injected,
    virtualNetworkTypes: ['INTERNAL'],
    since: '2022-02-04',
    citations: [
      cite(
        'developer-portal-faq-2022-02-04',
        'Do I need to enable additional VNet connectivity for the managed portal dependencies?',
      ),
    ],
  },
  {
    id: 'multi-region-internal-load-balancing',
    title: 'Users balance the load between internal regions',
    statement:
      'In internal mode users themselves route and balance the traffic between the regions of an instance.',
    ...injected,
    tiers: ['PREMIUM'],
    virtualNetworkTypes: ['INTERNAL'],
    citations: [in2019, in2023, in2025],
  },
  {
    id: 'global-peering-internal-stv1',
    title: 'No global peering to internal mode on stv1',
    statement:
      'Resources in a globally peered network of another region cannot reach an internal instance on stv1.',
    ...injected,
    virtualNetworkTypes: ['INTERNAL'],
    platforms: ['STV1'],
    since: '2019-09-09',
    until: '2022-05-26',
    citations: [in2019, cite('virtual-network-concepts-2022-05-26', 'Limitations')],
  },
  {
    id: 'resource-navigation-link-stv1',
    title: 'Resource navigation link on stv1',
    statement:
      'An instance on stv1 reserves its subnet with a resource navigation link, which is removed when the instance is deleted or moved.',
    ...injected,
    platforms: ['STV1'],
    since: '2019-09-09',
    until: '2023-01-01',
    citations: [
      cite('vnet-reference-2019-09-09', 'Troubleshooting'),
      cite('internal-mode-2023', 'Troubleshooting'),
    ],
  },
  {
    id: 'injected-components',
    title: 'What injection covers, until 2024',
    statement:
      'Gateway, developer portal, management endpoint and Git repository are all in the network.',
    ...injected,
    since: '2023-12-01',
    until: '2024-10-16',
    citations: [
      cite('virtual-network-concepts-2023', 'Networking models compared'),
      cite('virtual-network-concepts-2024-10-16', 'Networking models compared'),
    ],
  },
  {
    id: 'injected-endpoints',
    title: 'What injection covers',
    statement:
      'Gateway, developer portal and management endpoint are in the network. Pages still name the Git repository, which is retired.',
    ...injected,
    platforms: ['STV2'],
    citations: [
      reread('internal-mode-2026-08-24', 'Deploy in internal mode', 'DISPUTED'),
      reread('virtual-network-concepts-2024-10-16', 'Networking models compared', 'DISPUTED'),
      reread('git-retirement-2024-05-16', 'What is the deadline for the change?'),
    ],
  },
  {
    id: 'self-hosted-gateway-custom-name',
    title: 'No custom name for the v2 configuration endpoint, in 2023',
    statement:
      'The v2 configuration endpoint for self-hosted gateways does not support a custom domain name.',
    ...injected,
    virtualNetworkTypes: ['INTERNAL'],
    since: '2022-01-03',
    until: '2023-01-01',
    citations: [
      reread('internal-mode-2022-01-03', 'Deploy in internal mode'),
      cite('internal-mode-2023', 'Connect to a virtual network in internal mode'),
    ],
  },
  {
    id: 'no-network-no-private-backends',
    title: 'No private backends without a network',
    statement:
      'In mode NONE, which is not external mode, an instance cannot reach a backend that has only a private address; a private endpoint does not change that.',
    tiers,
    virtualNetworkTypes: ['NONE'],
    platforms: ['STV1', 'STV2'],
    citations: [
      cite('virtual-network-concepts-2023', 'Virtual network injection', 'INFERRED'),
      cite('virtual-network-concepts-2023', 'Inbound private endpoint'),
      cite('virtual-network-concepts-2024-10-16', 'Networking models compared'),
    ],
  },
  {
    id: 'internal-mode-public-by-application-gateway',
    title: 'Internal mode, public through an application gateway',
    statement:
      'An application gateway on the internet can make an instance in internal mode public and filter its traffic.',
    ...injected,
    virtualNetworkTypes: ['INTERNAL'],
    citations: [
      cite('virtual-network-concepts-2023', 'Advanced networking configurations'),
      cite('virtual-network-concepts-2024-10-16', 'Advanced networking configurations'),
    ],
  },
];
