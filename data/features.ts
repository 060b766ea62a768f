/** The optional features behind port rules, from the purposes that the port tables of the network reference give. */

import { cite, citeOn } from './cite.ts';
import type { Feature } from './model.ts';

const ports2019 = cite('vnet-reference-2019-09-09', 'Required ports');
const ports2023 = cite('vnet-reference-2023-01-06', 'Required ports');
const reread = citeOn('2026-11-28');
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
  {
    name: 'KEY_VAULT_SECRETS',
    description:
      'Named values, client certificates or certificates of host names come from Azure Key Vault.',
    needs: [
      'key-vault-network-rules',
      'key-vault-firewall-identity',
      'key-vault-firewall-line-of-sight',
      'key-vault-trusted-exception',
      'key-vault-host-name-certificates',
    ],
    citations: [reread('key-vault-network-2026-04-30', 'Virtual network requirements')],
  },
  {
    name: 'MANAGED_CERTIFICATES',
    description: 'A custom domain has a free certificate that API Management renews.',
    needs: [
      'managed-certificate-digicert-access',
      'managed-certificate-control-plane-access',
      'managed-certificate-dns-records',
      'managed-certificate-internal-path',
      'managed-certificates-suspended',
    ],
    citations: [reread('managed-certificate-access-2026-01-28', 'Access for managed certificates')],
  },
  {
    name: 'BACKUP_RESTORE',
    description: 'The instance is backed up to a storage account and restored from it.',
    needs: [
      'backup-tiers',
      'backup-storage-firewall',
      'backup-trusted-exception',
      'backup-without-network',
    ],
    citations: [reread('backup-restore-2025-12-18', 'Storage networking constraints')],
  },
  {
    name: 'SELF_HOSTED_GATEWAY',
    description: 'Self-hosted gateways outside Azure or in other networks belong to the instance.',
    needs: [
      'self-hosted-gateway-configuration-host',
      'self-hosted-gateway-instance-address',
      'self-hosted-gateway-storage',
      'self-hosted-gateway-entra-id',
      'self-hosted-gateway-internal-private',
      'self-hosted-gateway-internal-internet',
    ],
    citations: [reread('self-hosted-gateway-2025-09-30', 'FQDN dependencies')],
  },
];
