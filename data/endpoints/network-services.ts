/** DNS, time, Windows activation and the self-hosted gateway's configuration, from the network reference and internal-mode pages. */

import { cite, citeOn } from '../cite.ts';
import { cloudNames, type Endpoint } from '../model.ts';

const reread = citeOn('2026-11-28');

const activation = {
  protocol: 'TCP',
  ports: ['1688'],
  necessity: 'CONDITIONAL',
  requiredWhen: 'Virtual machines that run Windows are added to the virtual network.',
  purpose: 'Activation of Windows by the Key Management Service.',
  since: '2023-01-06',
  remark:
    'API Management documents name the port only; the hosts are general knowledge about Azure.',
  citations: [
    cite('vnet-reference-2023-01-06', 'KMS endpoint'),
    cite('vnet-reference-2026-04-30', 'KMS endpoint'),
    cite('vnet-reference-2026-04-30', 'KMS endpoint: hosts', 'INFERRED'),
  ],
} as const;

export const networkServiceEndpoints: readonly Endpoint[] = [
  {
    id: 'dns',
    title: 'DNS',
    clouds: cloudNames,
    hostNames: [],
    protocol: 'ANY',
    ports: ['53'],
    necessity: 'REQUIRED',
    purpose: 'Resolving the names of every other dependency.',
    since: '2019-09-09',
    remark:
      'The documents state neither TCP nor UDP. Security rules do not filter the DNS of Azure itself, but they do filter DNS servers of the virtual network.',
    citations: [
      cite('vnet-reference-2019-09-09', 'DNS access'),
      cite('vnet-reference-2026-04-30', 'DNS access'),
      cite('nsg-overview-2025-07-15', 'Azure platform considerations'),
    ],
  },
  {
    id: 'ntp',
    title: 'Network time',
    clouds: cloudNames,
    hostNames: [],
    protocol: 'UDP',
    ports: ['123'],
    necessity: 'REQUIRED',
    purpose: 'Setting the clocks of the machines of the instance.',
    since: '2023-08-29',
    remark: 'The documents name no time server.',
    citations: [
      cite('vnet-reference-2023-08-29', 'Internal infrastructure and diagnostics'),
      cite('vnet-reference-2026-04-30', 'Internal infrastructure and diagnostics'),
    ],
  },
  {
    id: 'kms-public',
    title: 'Windows activation, Azure',
    clouds: ['PUBLIC'],
    hostNames: ['kms.core.windows.net', 'azkms.core.windows.net'],
    ...activation,
  },
  {
    id: 'kms-us-government',
    title: 'Windows activation, Azure Government',
    clouds: ['US_GOVERNMENT'],
    hostNames: ['kms.core.usgovcloudapi.net'],
    ...activation,
  },
  {
    id: 'kms-china',
    title: 'Windows activation, Azure operated by 21Vianet',
    clouds: ['CHINA'],
    hostNames: ['kms.core.chinacloudapi.cn'],
    ...activation,
  },
  {
    id: 'self-hosted-gateway-configuration',
    title: 'Configuration of a self-hosted gateway',
    clouds: ['PUBLIC'],
    hostNames: ['<name>.configuration.azure-api.net'],
    protocol: 'TCP',
    ports: ['443'],
    necessity: 'CONDITIONAL',
    requiredWhen: 'A self-hosted gateway belongs to the instance; the gateway calls this host.',
    purpose: 'The self-hosted gateway reads its configuration from the instance.',
    since: '2022-01-03',
    remark:
      'In internal mode the name resolves to the private address where the gateway runs. A custom host name may replace it; the page of 2023 still says that the endpoint does not support one. Names of other clouds are not listed.',
    citations: [
      reread('internal-mode-2022-01-03', 'Deploy in internal mode'),
      cite('internal-mode-2023', 'Connect to a virtual network in internal mode'),
      reread('self-hosted-gateway-2025-09-30', 'FQDN dependencies'),
      reread('custom-domain-2026-06-03', 'Endpoints for custom domains'),
      reread('internal-mode-2026-08-24', 'Deploy in internal mode'),
    ],
  },
];
