/** The optional features behind port rules, from the purposes that the port tables of the network reference give. */

import { cite } from './cite.ts';
import type { Feature } from './model.ts';

const ports2019 = cite('vnet-reference-2019-09-09', 'Required ports');
const ports2023 = cite('vnet-reference-2023-01-06', 'Required ports');
const ports2026 = cite('vnet-reference-2026-04-30', 'Required ports');

export const features: readonly Feature[] = [
  {
    name: 'PLAIN_HTTP',
    description: 'Clients on the internet may call the gateway without encryption, on port 80.',
    citations: [ports2023, ports2026],
  },
  {
    name: 'MICROSOFT_ENTRA_ID',
    description:
      'The instance works with Microsoft Entra ID, formerly Azure Active Directory, or with Microsoft Graph, for example to sign users in to the developer portal.',
    citations: [ports2019, ports2023, ports2026],
  },
  {
    name: 'CREDENTIAL_MANAGER',
    description:
      'Policies use connections of the credential manager, called authorizations in the 2023 edition.',
    citations: [ports2023, ports2026],
  },
  {
    name: 'EVENT_HUB_LOGGING',
    description: 'Policies or monitoring send log entries to Azure Event Hubs.',
    citations: [ports2019, ports2023, ports2026],
  },
  {
    name: 'MONITORING',
    description:
      'Diagnostic logs, metrics, Resource Health or Application Insights are in use; on stv1 also the health and monitoring extension.',
    citations: [ports2019, ports2023, ports2026],
  },
  {
    name: 'EXTERNAL_CACHE',
    description:
      'Caching policies use a Redis cache that the customer runs in the virtual network.',
    citations: [ports2023, ports2026],
  },
  {
    name: 'INTERNAL_CACHE',
    description: 'Caching policies use the built-in cache that the machines of the instance share.',
    citations: [ports2019, ports2023, ports2026],
  },
  {
    name: 'RATE_LIMIT_COUNTERS',
    description: 'Rate limit policies count calls across the machines of the instance.',
    citations: [ports2023, ports2026],
  },
  {
    name: 'GIT_REPOSITORY',
    description:
      'The configuration is edited through the built-in Git repository, which was retired on 2025-03-15.',
    citations: [
      ports2019,
      ports2023,
      cite('breaking-changes-overview-2025-12-03', 'Upcoming breaking changes'),
    ],
  },
  {
    name: 'MACHINE_HEALTH_PROBE',
    description: 'Azure watches the health of each machine of the instance.',
    citations: [ports2026],
  },
  {
    name: 'EMAIL_NOTIFICATIONS',
    description: 'The service sends e-mail, such as notifications, through the SMTP relay.',
    citations: [ports2019, cite('vnet-reference-2019-09-09', 'SMTP Relay')],
  },
];
