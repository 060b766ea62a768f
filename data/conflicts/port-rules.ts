/** Where editions of the network reference, or other pages, disagree on rows of the port table. */

import type { Conflict } from '../model.ts';
import { said } from './define.ts';

const ports = 'Required ports';
const diagnostics = 'Internal infrastructure and diagnostics';
const loadBalancer = 'Azure load balancer';

export const portRuleConflicts: readonly Conflict[] = [
  {
    id: 'load-balancer-developer',
    title: 'Load balancer probe in the Developer tier',
    positions: [
      {
        statement:
          'The section on the load balancer says that the Developer tier does not need the rule, as it runs a single unit, and that the rule is critical in a higher tier such as Premium.',
        citations: [
          said('vnet-reference-2021-08-06', loadBalancer),
          said('vnet-reference-2023-01-06', loadBalancer),
          said('vnet-reference-2026-04-30', loadBalancer),
        ],
      },
      {
        statement: 'The table for stv2 requires port 6390 from AzureLoadBalancer in every tier.',
        citations: [
          said('vnet-reference-2023-01-06', `${ports}, stv2`),
          said('vnet-reference-2026-04-30', ports),
        ],
      },
    ],
    appliedReading:
      'On stv2 the rule is required in the Developer tier as well, but an instance of that tier without it gets a warning to review; on stv1 it is required in Premium only.',
    reason:
      'The rule does no harm where it is not needed, and an instance that scales up to Premium without it loses all inbound traffic.',
    touches: [
      { kind: 'PORT_RULE', id: 'load-balancer' },
      { kind: 'PORT_RULE', id: 'load-balancer-stv1' },
      { kind: 'TIER', id: 'DEVELOPER' },
    ],
  },
  {
    id: 'key-vault-by-platform',
    title: 'Key Vault, required or optional',
    positions: [
      {
        statement:
          'The single table for both platforms requires Key Vault; the section on troubleshooting names it for the newer platform only.',
        citations: [
          said('vnet-reference-2021-08-06', ports),
          said('vnet-reference-2021-08-06', 'Troubleshooting'),
        ],
      },
      {
        statement:
          'Key Vault is required on stv2, and optional on stv1, where named values use it.',
        citations: [
          said('vnet-reference-2023-01-06', ports),
          said('vnet-reference-2023-11-29', ports),
        ],
      },
    ],
    appliedReading:
      'Each edition and platform follows its own table: required in 2021, since 2023 required on stv2 and optional on stv1.',
    reason: 'From 2023 there is a table for each platform, so the difference is deliberate.',
    touches: [
      { kind: 'PORT_RULE', id: 'key-vault' },
      { kind: 'PORT_RULE', id: 'key-vault-stv1' },
    ],
  },
  {
    id: 'azure-monitor-necessity',
    title: 'Azure Monitor, optional or required',
    positions: [
      {
        statement:
          'Azure Monitor is not among the rows that deployment depends on, but blocking it degrades the service and its monitoring.',
        citations: [said('vnet-reference-2021-08-06', ports)],
      },
      {
        statement: 'The row is optional.',
        citations: [
          said('vnet-reference-2023-01-06', ports),
          said('vnet-reference-2023-08-29', ports),
        ],
      },
      {
        statement: 'The row is required, on stv1 and on stv2.',
        citations: [
          said('vnet-reference-2023-11-29', ports),
          said('vnet-reference-2025-06-17', ports),
          said('vnet-reference-2026-04-30', ports),
        ],
      },
    ],
    appliedReading:
      'Each edition counts with its own table, so the row is required since 2023-11-29.',
    reason: 'The row has been required in every edition since November 2023.',
    touches: [{ kind: 'PORT_RULE', id: 'azure-monitor' }],
  },
  {
    id: 'port-12000',
    title: 'Port 12000 for diagnostics',
    positions: [
      {
        statement:
          'Outbound TCP port 12000 must be open for diagnostics; the line is outside the port table and names no destination.',
        citations: [
          said('vnet-reference-2023-08-29', diagnostics),
          said('vnet-reference-2023-11-29', diagnostics),
          said('vnet-reference-2025-06-17', diagnostics),
        ],
      },
      {
        statement: 'The port is part of the required row for AzureMonitor, and the line is gone.',
        citations: [
          said('vnet-reference-2026-04-10', ports),
          said('vnet-reference-2026-04-10', diagnostics),
        ],
      },
      {
        statement: 'The first text of this date has the line again, and the row without the port.',
        citations: [said('vnet-reference-2026-04-30', `${diagnostics}, first text of the date`)],
      },
      {
        statement: 'The last text of this date does not name the port.',
        citations: [
          said('vnet-reference-2026-04-30', ports),
          said('vnet-reference-2026-04-30', diagnostics),
        ],
      },
    ],
    appliedReading:
      'The rule for Azure Monitor has ports 1886 and 443; port 12000 to AzureMonitor is a separate, recommended endpoint.',
    reason:
      'None of the texts settles this. One more port to AzureMonitor exposes little, and a closed one may stop diagnostics.',
    touches: [
      { kind: 'PORT_RULE', id: 'azure-monitor' },
      { kind: 'ENDPOINT', id: 'internal-diagnostics-port' },
    ],
  },
  {
    id: 'managed-redis-port',
    title: 'Port of the external Redis cache',
    positions: [
      {
        statement: 'Port 6380, for Azure Cache for Redis.',
        citations: [
          said('vnet-reference-2023-01-06', ports),
          said('vnet-reference-2023-11-29', ports),
          said('vnet-reference-2025-06-17', ports),
          said('vnet-reference-2026-04-10', ports),
        ],
      },
      {
        statement: 'Port 6380, for Azure Cache for Redis, in the edition for China.',
        citations: [said('vnet-reference-china', ports)],
      },
      {
        statement: 'Port 1000, for Azure Managed Redis, in the first text of this date.',
        citations: [said('vnet-reference-2026-04-30', `${ports}, first text of the date`)],
      },
      {
        statement: 'Port 10000, for Azure Managed Redis, in the last text of this date.',
        citations: [said('vnet-reference-2026-04-30', ports)],
      },
    ],
    appliedReading:
      'Port 10000 in the edition of 2026-04-30, 6380 in the older ones; in China a cache on port 6380 needs a rule of its own.',
    reason: 'Azure Managed Redis listens on port 10000; the last text corrects the mistake.',
    touches: [{ kind: 'PORT_RULE', id: 'external-cache' }],
  },
  {
    id: 'v2-security-rules',
    title: 'Outbound rules of the v2 tiers',
    positions: [
      {
        statement: 'The subnet needs a network security group, but no specific rule in it.',
        citations: [said('integrate-vnet-outbound-2025-03-20', 'Network security group')],
      },
      {
        statement: 'Port 443 to Storage must be allowed.',
        citations: [said('v2-nsg-rules-2025-06-25', 'Network security group')],
      },
      {
        statement: 'Port 443 to Storage and to AzureKeyVault must be allowed.',
        citations: [said('v2-nsg-rules-2025-12-01', 'Configure NSG rules')],
      },
      {
        statement:
          'The integration subnet of the AI Gateway tier, on the same kind of network, allows port 443 to Storage and to AzureKeyVault.',
        citations: [said('ai-gateway-networking-2026-07-23', 'Prerequisites')],
      },
      {
        statement: 'Port 443 to AzureKeyVault must be allowed; the text does not mention Storage.',
        citations: [said('integrate-vnet-outbound-2026-08-26', 'Network security group')],
      },
    ],
    appliedReading: 'Key Vault is required, Storage is recommended.',
    reason:
      'The texts of 2025-12-01, 2026-07-23 and 2026-08-26 agree on Key Vault. A rule for Storage does no harm, while leaving it out relies on the text of 2026-08-26 alone.',
    touches: [
      { kind: 'PORT_RULE', id: 'v2-key-vault' },
      { kind: 'PORT_RULE', id: 'v2-storage' },
    ],
  },
  {
    id: 'credential-manager-in-china',
    title: 'Credential manager in China',
    positions: [
      {
        statement:
          'The edition for China has no row for AzureConnectors; its other rows have the same tags.',
        citations: [said('vnet-reference-china', ports)],
      },
      {
        statement: 'Outbound port 443 to AzureConnectors serves the credential manager.',
        citations: [said('vnet-reference-2026-04-30', ports)],
      },
    ],
    appliedReading: 'Rules for regions in China leave AzureConnectors out.',
    reason: 'The edition for China is the one written for those regions.',
    touches: [
      { kind: 'PORT_RULE', id: 'credential-manager' },
      { kind: 'SERVICE_TAG', id: 'AzureConnectors' },
    ],
  },
];
