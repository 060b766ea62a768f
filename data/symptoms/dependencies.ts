/** What goes wrong with services that an instance depends on: key vaults, logs, caches, certificates, backups. */

import type { Symptom } from '../model.ts';
import { cite, endpoint, fact, portTable, rule } from './define.ts';

const keyVaultFirewall = cite(
  'key-vault-network-2025-12-04',
  'Requirements for Key Vault firewall',
);
const keyVaultNetwork = cite('key-vault-network-2025-12-04', 'Virtual network requirements');
const unaffected = cite(
  'trusted-service-connectivity-2026-01-15',
  'Scenarios that are not affected by the breaking change',
);

export const dependencySymptoms: readonly Symptom[] = [
  {
    id: 'key-vault-denied',
    title: 'Named values or certificates cannot be read from Key Vault',
    texts: [
      'Failed to access the key vault',
      'Named value cannot be refreshed from Key Vault',
      'ForbiddenByFirewall',
      'Key Vault 403 Forbidden',
    ],
    causes: [
      {
        text: 'The firewall of the key vault does not let the instance in.',
        tellApart: 'It works while the key vault is open to all networks.',
        remedy:
          'Give the instance a network path: service endpoint and network rule, Private Link, its address, or a network security perimeter.',
        facts: [fact('key-vault-firewall-line-of-sight'), fact('key-vault-trusted-exception')],
        checks: [],
        citations: [keyVaultFirewall],
      },
      {
        text: 'The instance uses a user-assigned identity.',
        tellApart: 'The named value or certificate names a client id.',
        remedy: 'Use the system-assigned identity.',
        facts: [fact('key-vault-firewall-identity')],
        checks: [],
        citations: [keyVaultFirewall],
      },
      {
        text: 'The security rules of the subnet close AzureKeyVault or AzureActiveDirectory, or the service endpoint is missing.',
        tellApart: 'validateConfig with the feature KEY_VAULT_SECRETS names the lost flow.',
        remedy: 'Allow TCP port 443 to both tags, and add Microsoft.KeyVault to the subnet.',
        facts: [fact('key-vault-network-rules'), rule('key-vault'), rule('entra-id')],
        checks: ['required-flow-denied'],
        citations: [keyVaultNetwork],
      },
      {
        text: 'The address of your own computer is not allowed while you choose the secret in the portal.',
        tellApart: 'The portal cannot list the secrets, and the instance itself reads them.',
        remedy: 'Allow your address for the time of the setup.',
        facts: [fact('key-vault-firewall-client-address')],
        checks: [],
        citations: [keyVaultFirewall],
      },
    ],
  },
  {
    id: 'certificate-not-renewed',
    title: 'A certificate is not renewed',
    texts: [
      'Managed certificate renewal fails',
      'Custom domain certificate expired',
      'Free managed certificate cannot be created',
    ],
    causes: [
      {
        text: 'DigiCert or the control plane cannot reach the instance on port 80, needed since January 2026 for managed certificates.',
        tellApart: 'The certificate is a free managed one, and inbound port 80 is closed.',
        remedy: 'Allow inbound port 80 from the addresses of DigiCert and from ApiManagement.',
        facts: [
          fact('managed-certificate-digicert-access'),
          fact('managed-certificate-control-plane-access'),
        ],
        checks: [],
        citations: [
          cite('managed-certificate-access-2026-01-28', 'Access for managed certificates'),
          cite(
            'managed-certificates-suspension-2026-07-23',
            'Step 3: Allow API Management service access to port 80',
          ),
        ],
      },
      {
        text: 'The instance cannot read the new certificate from Key Vault and uses the old one until it expires.',
        tellApart:
          'The certificate comes from Key Vault, and the portal shows an error beside the host name.',
        remedy: 'Make the key vault public for it or keep its exception for trusted services.',
        facts: [fact('key-vault-host-name-certificates'), fact('key-vault-certificate-cached')],
        checks: [],
        citations: [
          unaffected,
          cite(
            'custom-domain-2026-04-28',
            'Certificate synchronization and troubleshooting for Azure Key Vault-backed certificates',
          ),
        ],
      },
      {
        text: 'Outbound port 80 to Internet is closed, so certificate chains are not validated.',
        tellApart: 'No rule allows outbound TCP port 80 to Internet.',
        remedy: 'Allow outbound TCP port 80 to Internet.',
        facts: [rule('certificate-validation'), endpoint('certificate-validation')],
        checks: ['required-flow-denied'],
        citations: [portTable],
      },
      {
        text: 'No new managed certificates can be created for the time being.',
        tellApart: 'The instance has no managed certificate yet.',
        remedy: 'Upload a certificate of your own.',
        facts: [fact('managed-certificates-suspended')],
        checks: [],
        citations: [
          cite('managed-certificates-suspension-2026-07-23', 'Creation temporarily suspended'),
        ],
      },
    ],
  },
  {
    id: 'logs-missing',
    title: 'Logs or metrics are missing',
    texts: [
      'No metrics in Azure Monitor',
      'Application Insights receives nothing',
      'Resource health unknown',
      'log-to-eventhub delivers nothing',
    ],
    causes: [
      {
        text: 'Outbound ports 443 and 1886 to AzureMonitor are closed.',
        tellApart: 'Network status shows failures for Monitoring or Metrics.',
        remedy: 'Allow TCP ports 1886 and 443 to AzureMonitor.',
        facts: [rule('azure-monitor'), endpoint('metrics-public')],
        checks: ['required-flow-denied'],
        citations: [portTable, cite('vnet-reference-2026-04-30', 'Metrics and health monitoring')],
      },
      {
        text: 'A firewall by name drops the metrics hosts, or the telemetry hosts of Application Insights.',
        tellApart: 'Traffic is force-tunneled; the firewall log shows denied hosts.',
        remedy: 'Allow the hosts of the cloud and those of the connection string.',
        facts: [fact('tunneled-dependencies-reachable'), endpoint('application-insights')],
        checks: ['traffic-force-tunneled'],
        citations: [
          cite('vnet-reference-2026-04-30', 'Metrics and health monitoring'),
          cite('vnet-reference-2026-04-30', 'Application Insights'),
        ],
      },
      {
        text: 'Outbound ports 5671, 5672 and 443 to EventHub are closed.',
        tellApart: 'Only what goes to Event Hubs is missing.',
        remedy: 'Allow the three ports to EventHub.',
        facts: [rule('event-hub')],
        checks: ['recommended-flow-denied'],
        citations: [portTable],
      },
    ],
  },
  {
    id: 'units-do-not-agree',
    title: 'Units count or cache on their own',
    texts: [
      'Rate limit is exceeded without effect',
      'rate-limit counts wrong with several units',
      'Cache misses with several units',
    ],
    causes: [
      {
        text: 'UDP port 4290 between the machines of the instance is closed, so counters are not shared.',
        tellApart:
          'The instance has several units, and a rule denies traffic within the virtual network.',
        remedy: 'Allow UDP port 4290 within VirtualNetwork, both ways.',
        facts: [rule('rate-limit-counters')],
        checks: ['unit-traffic-denied', 'protocol-mismatch'],
        citations: [portTable],
      },
      {
        text: 'TCP ports 6381 to 6383 between the machines are closed, so the built-in cache is not shared.',
        tellApart: 'Responses are cached by some units only.',
        remedy: 'Allow TCP ports 6381-6383 within VirtualNetwork, both ways.',
        facts: [rule('internal-cache')],
        checks: ['unit-traffic-denied'],
        citations: [portTable],
      },
      {
        text: 'The external Redis cache is not reached; its port depends on the product.',
        tellApart: 'The instance uses an external cache.',
        remedy: 'Allow TCP port 10000 for Azure Managed Redis, 6380 for Azure Cache for Redis.',
        facts: [rule('external-cache')],
        checks: [],
        citations: [portTable],
      },
      {
        text: 'The regions of a multi-region instance count on their own, by design.',
        tellApart: 'The instance has several regions.',
        remedy: 'Set limits for each region.',
        facts: [fact('regional-counters')],
        checks: [],
        citations: [cite('multi-region-concepts-2025-03-31', 'About multi-region deployment')],
      },
    ],
  },
  {
    id: 'credential-manager-fails',
    title: 'The credential manager fails',
    texts: ['Credential manager login fails', 'Authorizations do not work in a virtual network'],
    causes: [
      {
        text: 'Outbound port 443 to AzureConnectors is closed.',
        tellApart: 'No rule allows TCP port 443 to AzureConnectors.',
        remedy: 'Allow TCP port 443 to AzureConnectors.',
        facts: [rule('credential-manager')],
        checks: ['required-flow-denied'],
        citations: [portTable],
      },
      {
        text: 'A private zone for azure-api.net hides the host names of the credential manager.',
        tellApart: 'A private zone for azure-api.net is linked to the network.',
        remedy: 'Replace it by one zone for each host name of the instance.',
        facts: [fact('internal-no-apex-zone')],
        checks: ['private-zone-apex'],
        citations: [
          cite('internal-mode-2026-08-24', 'Critical DNS design guidance'),
          cite(
            'internal-mode-2026-08-24',
            'Critical DNS design guidance: affected names',
            'INFERRED',
          ),
        ],
      },
    ],
  },
  {
    id: 'backup-fails',
    title: 'Backup or restore fails',
    texts: ['Backup fails with a storage firewall', 'AuthorizationFailure during backup'],
    causes: [
      {
        text: 'The firewall of the storage account does not let the control plane in; a network path of the instance does not help.',
        tellApart: 'The backup works while the account is open to all networks.',
        remedy:
          'Grant access to trusted Azure services on the account and use the system-assigned identity.',
        facts: [fact('backup-storage-firewall'), fact('backup-trusted-exception')],
        checks: [],
        citations: [
          cite('backup-restore-2025-12-18', 'Storage networking constraints'),
          unaffected,
        ],
      },
      {
        text: 'The tier has no backup, or the instance has a workspace gateway.',
        tellApart: 'The tier is Consumption or a v2 tier.',
        remedy: 'Move the configuration by templates instead.',
        facts: [fact('backup-tiers')],
        checks: [],
        citations: [
          cite('backup-restore-2025-12-18', 'Prerequisites'),
          cite('tier-features-2025-11-11', 'Feature-based comparison'),
        ],
      },
    ],
  },
  {
    id: 'openapi-import-fails',
    title: 'An OpenAPI document cannot be imported',
    texts: ['OpenAPI import from a private URL fails', 'Cannot import the specification from URL'],
    causes: [
      {
        text: 'The URL of the document is not on the public internet.',
        tellApart: 'The URL opens inside your network only.',
        remedy: 'Upload the file, or put it at a public URL.',
        facts: [fact('openapi-import-public-url')],
        checks: [],
        citations: [cite('injection-resources-2025-04-17', 'Limitations')],
      },
    ],
  },
];
