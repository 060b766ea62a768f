/** What goes wrong with the other services that an instance uses. */

import type { Symptom } from '../model.ts';
import { cite, endpoint, fact, portTable, rule } from './define.ts';

const unaffected = cite(
  'trusted-service-connectivity-2026-01-15',
  'Scenarios that are not affected by the breaking change',
);

export const dependencySymptoms: readonly Symptom[] = [
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
