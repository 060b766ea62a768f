/** Azure Monitor hosts for metrics and health, by cloud and edition, from the network reference. */

import { cite } from '../cite.ts';
import type { Endpoint } from '../model.ts';

const section = 'Metrics and health monitoring';

const current = {
  protocol: 'TCP',
  ports: ['443', '1886'],
  serviceTag: 'AzureMonitor',
  necessity: 'REQUIRED',
  purpose: 'Diagnostic logs, metrics and Resource Health.',
  since: '2021-08-06',
  citations: [
    cite('vnet-reference-2021-08-06', section),
    cite('vnet-reference-2023-01-06', section),
    cite('vnet-reference-2026-04-30', section),
    cite('vnet-reference-2026-04-30', 'Required ports'),
  ],
} as const;
const optionalUntil2023 =
  'Until the edition of 2023-08-29 the port table calls AzureMonitor optional.';

const in2019 = {
  protocol: 'TCP',
  ports: ['443', '1886'],
  necessity: 'RECOMMENDED',
  purpose: 'Diagnostic logs, metrics and Resource Health.',
  since: '2019-09-09',
  until: '2019-09-09',
  remark:
    'The list names no port; 443 and 1886 are those of the port table. Later lists use microsoftmetrics.com instead of nsatc.net.',
  citations: [
    cite('vnet-reference-2019-09-09', section),
    cite('vnet-reference-2019-09-09', 'Required ports', 'INFERRED'),
  ],
} as const;

export const metricsEndpoints: readonly Endpoint[] = [
  {
    id: 'metrics-public',
    title: 'Metrics and health, Azure',
    clouds: ['PUBLIC'],
    hostNames: [
      'gcs.prod.monitoring.core.windows.net',
      'global.prod.microsoftmetrics.com',
      'shoebox2.prod.microsoftmetrics.com',
      'shoebox2-red.prod.microsoftmetrics.com',
      'shoebox2-black.prod.microsoftmetrics.com',
      'prod3.prod.microsoftmetrics.com',
      'prod3-black.prod.microsoftmetrics.com',
      'prod3-red.prod.microsoftmetrics.com',
      'gcs.prod.warm.ingestion.monitoring.azure.com',
    ],
    remark: optionalUntil2023,
    ...current,
  },
  {
    id: 'metrics-us-government',
    title: 'Metrics and health, Azure Government',
    clouds: ['US_GOVERNMENT'],
    hostNames: [
      'fairfax.warmpath.usgovcloudapi.net',
      'global.prod.microsoftmetrics.com',
      'shoebox2.prod.microsoftmetrics.com',
      'shoebox2-red.prod.microsoftmetrics.com',
      'shoebox2-black.prod.microsoftmetrics.com',
      'prod3.prod.microsoftmetrics.com',
      'prod3-black.prod.microsoftmetrics.com',
      'prod3-red.prod.microsoftmetrics.com',
      'prod5.prod.microsoftmetrics.com',
      'prod5-black.prod.microsoftmetrics.com',
      'prod5-red.prod.microsoftmetrics.com',
      'gcs.prod.warm.ingestion.monitoring.azure.us',
    ],
    remark: optionalUntil2023,
    ...current,
  },
  {
    id: 'metrics-china',
    title: 'Metrics and health, Azure operated by 21Vianet',
    clouds: ['CHINA'],
    hostNames: [
      'mooncake.warmpath.chinacloudapi.cn',
      'global.prod.microsoftmetrics.com',
      'shoebox2.prod.microsoftmetrics.com',
      'shoebox2-red.prod.microsoftmetrics.com',
      'shoebox2-black.prod.microsoftmetrics.com',
      'prod3.prod.microsoftmetrics.com',
      'prod3-red.prod.microsoftmetrics.com',
      'prod5.prod.microsoftmetrics.com',
      'prod5-black.prod.microsoftmetrics.com',
      'prod5-red.prod.microsoftmetrics.com',
      'gcs.prod.warm.ingestion.monitoring.azure.cn',
    ],
    remark: `${optionalUntil2023} The list has no prod3-black host, unlike those of the other clouds.`,
    ...current,
  },
  {
    id: 'metrics-2019-public',
    title: 'Metrics and health in 2019, Azure',
    clouds: ['PUBLIC'],
    hostNames: [
      'prod.warmpath.msftcloudes.com',
      'shoebox2.metrics.nsatc.net',
      'prod3.metrics.nsatc.net',
      'prod3-black.prod3.metrics.nsatc.net',
      'prod3-red.prod3.metrics.nsatc.net',
      'prod.warm.ingestion.msftcloudes.com',
      '<region>.warm.ingestion.msftcloudes.com',
    ],
    ...in2019,
  },
  {
    id: 'metrics-2019-us-government',
    title: 'Metrics and health in 2019, Azure Government',
    clouds: ['US_GOVERNMENT'],
    hostNames: [
      'fairfax.warmpath.usgovcloudapi.net',
      'shoebox2.metrics.nsatc.net',
      'prod3.metrics.nsatc.net',
    ],
    ...in2019,
  },
  {
    id: 'metrics-2019-china',
    title: 'Metrics and health in 2019, Azure China',
    clouds: ['CHINA'],
    hostNames: [
      'mooncake.warmpath.chinacloudapi.cn',
      'shoebox2.metrics.nsatc.net',
      'prod3.metrics.nsatc.net',
    ],
    ...in2019,
  },
];
