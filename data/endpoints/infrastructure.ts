/** Hosts that keep the machines of an instance healthy: diagnostics, certificates, updates; from the network reference. */

import { cite } from '../cite.ts';
import { cloudNames, type Endpoint } from '../model.ts';

const section = 'Internal infrastructure and diagnostics';

const required = {
  clouds: cloudNames,
  protocol: 'TCP',
  necessity: 'REQUIRED',
  since: '2023-08-29',
  citations: [
    cite('vnet-reference-2023-08-29', section),
    cite('vnet-reference-2026-04-30', section),
  ],
} as const;

export const infrastructureEndpoints: readonly Endpoint[] = [
  {
    id: 'internal-diagnostics',
    title: 'Internal diagnostics',
    hostNames: [
      'azurewatsonanalysis-prod.core.windows.net',
      '*.data.microsoft.com',
      'azureprofiler.trafficmanager.net',
      'shavamanifestazurecdnprod1.azureedge.net',
      'shavamanifestcdnprod1.azureedge.net',
    ],
    ports: ['443'],
    purpose: 'Diagnosing the machines that run the instance.',
    ...required,
  },
  {
    id: 'internal-diagnostics-port',
    title: 'Internal diagnostics, port 12000',
    clouds: cloudNames,
    hostNames: [],
    protocol: 'TCP',
    ports: ['12000'],
    serviceTag: 'AzureMonitor',
    necessity: 'RECOMMENDED',
    purpose: 'Diagnosing the machines that run the instance.',
    since: '2023-08-29',
    remark:
      'In 2023 and 2025 the reference names the port without a destination, on 2026-04-10 in the AzureMonitor row. Of the two texts of 2026-04-30 one names it without a destination, the other not at all.',
    citations: [
      cite('vnet-reference-2023-08-29', section, 'DISPUTED'),
      cite('vnet-reference-2023-11-29', section, 'DISPUTED'),
      cite('vnet-reference-2025-06-17', section, 'DISPUTED'),
      cite('vnet-reference-2026-04-10', 'Required ports', 'DISPUTED'),
      cite('vnet-reference-2026-04-30', section, 'DISPUTED'),
    ],
  },
  {
    id: 'internal-pki',
    title: 'Internal certificate authority',
    hostNames: ['issuer.pki.azure.com'],
    ports: ['443'],
    purpose: 'Certificates that the machines of the instance use among themselves.',
    ...required,
  },
  {
    id: 'windows-update',
    title: 'Windows Update',
    hostNames: [
      '*.update.microsoft.com',
      '*.ctldl.windowsupdate.com',
      'ctldl.windowsupdate.com',
      'download.windowsupdate.com',
    ],
    ports: ['80', '443'],
    purpose: 'Updates and certificate trust lists for the machines of the instance.',
    ...required,
  },
  {
    id: 'microsoft-links',
    title: 'Microsoft links',
    hostNames: ['go.microsoft.com'],
    ports: ['80', '443'],
    purpose: 'Redirects to the current address of Microsoft downloads.',
    ...required,
  },
  {
    id: 'windows-defender',
    title: 'Windows Defender',
    hostNames: ['wdcp.microsoft.com', 'wdcpalt.microsoft.com'],
    ports: ['443'],
    purpose: 'Malware protection of the machines of the instance.',
    ...required,
  },
];
