/** The default host names of an instance in internal mode, from the internal-mode page. */

import { cite, citeOn } from '../cite.ts';
import type { InternalHostName } from '../model.ts';

const reread = citeOn('2026-11-28');

const internal = {
  tiers: ['DEVELOPER', 'PREMIUM'],
  virtualNetworkTypes: ['INTERNAL'],
  platforms: ['STV1', 'STV2'],
  /** The stored text of the 2023 page has lost the names, so they come from the page of 2026-08-24. */
  citations: [
    cite('internal-mode-2026-08-24', 'Access on default host names'),
    cite('internal-mode-2026-08-24', 'DNS records for default host names'),
  ],
} as const;

export const internalHostNames: readonly InternalHostName[] = [
  {
    id: 'internal-host-gateway',
    title: 'Host name of the gateway',
    statement: 'In internal mode <name>.azure-api.net resolves to the private address.',
    endpoint: 'Gateway',
    label: '',
    ...internal,
  },
  {
    id: 'internal-host-legacy-portal',
    title: 'Host name of the legacy portal',
    statement: 'In internal mode <name>.portal.azure-api.net resolves to the private address.',
    endpoint: 'Legacy developer portal',
    label: 'portal',
    retiredOn: '2023-10-31',
    ...internal,
    citations: [
      ...internal.citations,
      cite(
        'legacy-portal-retirement-2023-11-09',
        'What is the deadline for the change?',
        'DOCUMENTED',
        '2026-11-28',
      ),
    ],
  },
  {
    id: 'internal-host-developer-portal',
    title: 'Host name of the developer portal',
    statement: 'In internal mode <name>.developer.azure-api.net resolves to the private address.',
    endpoint: 'Developer portal',
    label: 'developer',
    ...internal,
  },
  {
    id: 'internal-host-management',
    title: 'Host name of the management endpoint',
    statement: 'In internal mode <name>.management.azure-api.net resolves to the private address.',
    endpoint: 'Management endpoint',
    label: 'management',
    ...internal,
  },
  {
    id: 'internal-host-configuration',
    title: 'Host name of the configuration endpoint',
    statement:
      'In internal mode <name>.configuration.azure-api.net resolves to the private address; self-hosted gateways read their configuration there.',
    endpoint: 'Configuration endpoint of self-hosted gateways',
    label: 'configuration',
    ...internal,
    citations: [
      reread('internal-mode-2026-08-24', 'Deploy in internal mode'),
      reread('self-hosted-gateway-2025-09-30', 'Connectivity in an internal virtual network'),
      reread(
        'self-hosted-gateway-2025-09-30',
        'Connectivity in an internal virtual network: address of the host',
        'INFERRED',
      ),
      reread('custom-domain-2026-06-03', 'Endpoints for custom domains'),
    ],
  },
  {
    id: 'internal-host-git',
    title: 'Host name of the Git repository',
    statement: 'In internal mode <name>.scm.azure-api.net resolves to the private address.',
    endpoint: 'Git repository',
    label: 'scm',
    retiredOn: '2025-03-15',
    ...internal,
    citations: [
      ...internal.citations,
      cite('breaking-changes-overview-2025-12-03', 'Upcoming breaking changes'),
    ],
  },
];
