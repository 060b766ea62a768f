/** Monitoring hosts besides metrics: Azure portal diagnostics and Application Insights, from the network reference. */

import { cite, citeOn } from '../cite.ts';
import { cloudNames, type Endpoint } from '../model.ts';

export const monitoringEndpoints: readonly Endpoint[] = [
  {
    id: 'portal-diagnostics',
    title: 'Azure portal diagnostics',
    clouds: ['PUBLIC'],
    hostNames: ['dc.services.visualstudio.com'],
    protocol: 'TCP',
    ports: ['443'],
    necessity: 'CONDITIONAL',
    requiredWhen: 'The diagnostics extension of the Azure portal is used.',
    purpose: 'Diagnostic logs of the portal extension, for troubleshooting only.',
    since: '2019-09-09',
    remark: 'Hosts of other clouds are not listed.',
    citations: [
      cite('vnet-reference-2019-09-09', 'Azure portal diagnostics'),
      cite('vnet-reference-2026-04-30', 'Azure portal diagnostics'),
    ],
  },
  {
    id: 'application-insights',
    title: 'Application Insights telemetry',
    clouds: cloudNames,
    hostNames: [],
    protocol: 'TCP',
    ports: ['443'],
    serviceTag: 'AzureMonitor',
    necessity: 'CONDITIONAL',
    requiredWhen: 'The instance is monitored with Application Insights.',
    purpose: 'Requests, dependencies and exceptions sent to Application Insights.',
    since: '2021-04-12',
    remark: 'The connection string names the hosts; Azure Monitor documents them.',
    citations: [
      citeOn('2026-11-28')('vnet-reference-2021-04-12', 'Common Network Configuration Issues'),
      cite('vnet-reference-2023-01-06', 'Application Insights'),
      cite('vnet-reference-2026-04-30', 'Application Insights'),
      cite('vnet-reference-2026-04-30', 'Required ports'),
    ],
  },
];
