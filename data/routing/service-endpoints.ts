/** Service endpoints of a force-tunneled subnet, text by text, from the forced-tunneling sections. */

import { cite } from '../cite.ts';
import type { ServiceEndpoint } from '../model.ts';
import { in2019, in2023, in2026, injected, sinceNovember2023 } from './define.ts';

const everywhere = {
  ...injected,
  requiredOn: ['STV1', 'STV2'],
  isPrimaryRegionOnly: false,
} as const;

export const serviceEndpoints: readonly ServiceEndpoint[] = [
  {
    id: 'service-endpoint-sql',
    title: 'Service endpoint Microsoft.Sql',
    statement: 'With forced tunneling the subnet needs the service endpoint Microsoft.Sql.',
    service: 'Microsoft.Sql',
    serviceTag: 'Sql',
    ...everywhere,
    isPrimaryRegionOnly: true,
    citations: [in2019, in2023, sinceNovember2023, in2026],
  },
  {
    id: 'service-endpoint-storage',
    title: 'Service endpoint Microsoft.Storage',
    statement: 'With forced tunneling the subnet needs the service endpoint Microsoft.Storage.',
    service: 'Microsoft.Storage',
    serviceTag: 'Storage',
    ...everywhere,
    citations: [in2019, in2023, sinceNovember2023, in2026],
  },
  {
    id: 'service-endpoint-event-hub',
    title: 'Service endpoint Microsoft.EventHub',
    statement: 'With forced tunneling the subnet needs the service endpoint Microsoft.EventHub.',
    service: 'Microsoft.EventHub',
    serviceTag: 'EventHub',
    ...everywhere,
    citations: [in2019, in2023, sinceNovember2023, in2026],
  },
  {
    id: 'service-endpoint-key-vault-stv2',
    title: 'Service endpoint Microsoft.KeyVault, on stv2 only until November 2023',
    statement:
      'With forced tunneling the subnet of an instance on stv2 needs the service endpoint Microsoft.KeyVault.',
    service: 'Microsoft.KeyVault',
    serviceTag: 'AzureKeyVault',
    ...everywhere,
    platforms: ['STV2'],
    requiredOn: ['STV2'],
    since: '2023-01-01',
    until: '2023-01-01',
    citations: [in2023],
  },
  {
    id: 'service-endpoint-key-vault',
    title: 'Service endpoint Microsoft.KeyVault',
    statement:
      'With forced tunneling the subnet needs the service endpoint Microsoft.KeyVault; the text no longer names a platform, while the one before asks for it on stv2 only.',
    service: 'Microsoft.KeyVault',
    serviceTag: 'AzureKeyVault',
    ...everywhere,
    requiredOn: ['STV2'],
    since: '2023-11-29',
    citations: [
      cite('internal-mode-2023', 'Force tunnel traffic', 'DISPUTED'),
      sinceNovember2023,
      in2026,
    ],
  },
  {
    id: 'service-endpoint-service-bus',
    title: 'Service endpoint Microsoft.ServiceBus, in 2019',
    statement: 'With forced tunneling the subnet needs the service endpoint Microsoft.ServiceBus.',
    service: 'Microsoft.ServiceBus',
    serviceTag: 'ServiceBus',
    ...everywhere,
    platforms: ['STV1'],
    requiredOn: ['STV1'],
    since: '2019-09-09',
    until: '2019-09-09',
    citations: [in2019],
  },
];
