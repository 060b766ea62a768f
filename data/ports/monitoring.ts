/** Outbound traffic for logs, metrics and health, from the port tables of the network reference. */

import { asBefore, portRule, referenceTiers, stated } from './define.ts';

export const azureMonitor = portRule({
  id: 'azure-monitor',
  title: 'Azure Monitor',
  consequence:
    'The service cannot publish diagnostic logs and metrics; by the later editions Resource Health and Application Insights get no data either.',
  feature: 'MONITORING',
  remarks: [
    { text: 'Recommended in 2021, optional in January 2023, required since November 2023.' },
    {
      text: 'Another section asks for TCP port 12000, without a destination.',
      since: '2023-11-29',
      until: '2025-06-17',
    },
    {
      text: 'TCP port 12000 is disputed: the text of 2026-04-10 adds it to this row, the first text of 2026-04-30 asks for it outside the table, the second does not name it. To be safe, allow it to AzureMonitor.',
      since: '2026-04-30',
    },
  ],
  tiers: referenceTiers,
  statements: [
    stated('2019-09-09', {
      platforms: ['STV1'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'AzureMonitor',
      destinationPorts: ['443'],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The service publishes diagnostic logs and metrics.',
    }),
    asBefore('2021-08-06', {
      platforms: ['STV1', 'STV2'],
      destinationPorts: ['1886', '443'],
      purpose:
        'The service publishes diagnostic logs and metrics and feeds Resource Health and Application Insights.',
    }),
    asBefore('2023-01-06', { necessity: 'OPTIONAL' }),
    asBefore('2023-11-29', { necessity: 'REQUIRED' }),
    asBefore('2025-06-17', { platforms: ['STV2'] }),
  ],
});

export const resourceHealth = portRule({
  id: 'resource-health',
  title: 'Resource Health',
  consequence: 'Azure Resource Health does not know the health of the instance.',
  feature: 'MONITORING',
  remarks: [{ text: 'Later editions send port 1886 to AzureMonitor instead of Internet.' }],
  tiers: referenceTiers,
  statements: [
    stated('2019-09-09', {
      platforms: ['STV1'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'Internet',
      destinationPorts: ['1886'],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The service reports its health to Azure Resource Health.',
    }),
  ],
});

export const healthAndMonitoringExtension = portRule({
  id: 'health-and-monitoring-extension',
  title: 'Health and monitoring extension',
  consequence:
    'The health and monitoring extension cannot report, and Event Grid notifications, if enabled, are not sent.',
  feature: 'MONITORING',
  remarks: [
    {
      text: 'In 2021 the row is for both platforms, in 2023 for stv1 only; it is gone with that platform. AzureCloud covers nearly all public addresses of Azure.',
    },
  ],
  tiers: referenceTiers,
  statements: [
    stated('2021-08-06', {
      platforms: ['STV1', 'STV2'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'AzureCloud',
      destinationPorts: ['443', '12000'],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The extension reports health.',
    }),
    asBefore('2023-01-06', {
      platforms: ['STV1'],
      necessity: 'OPTIONAL',
      purpose:
        'The extension reports health, and event notifications, if enabled, go to Event Grid.',
    }),
  ],
});
