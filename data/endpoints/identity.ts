/** Sign-in hosts: Microsoft Entra ID and Microsoft Graph, from the network reference and the internal-mode page. */

import { cite } from '../cite.ts';
import type { Endpoint } from '../model.ts';

export const identityEndpoints: readonly Endpoint[] = [
  {
    id: 'entra-id',
    title: 'Microsoft Entra ID',
    clouds: ['PUBLIC'],
    hostNames: ['<region>.login.microsoft.com', 'login.microsoftonline.com'],
    protocol: 'TCP',
    ports: ['443'],
    serviceTag: 'AzureActiveDirectory',
    necessity: 'REQUIRED',
    purpose: 'Integration of the instance with Microsoft Entra ID.',
    since: '2023-01-06',
    remark:
      'The section on these hosts calls them necessary; the port table calls AzureActiveDirectory optional. Hosts of other clouds are not listed.',
    citations: [
      cite('vnet-reference-2023-01-06', 'Azure Active Directory integration'),
      cite('vnet-reference-2026-04-30', 'Microsoft Entra integration'),
      cite('vnet-reference-2026-04-30', 'Required ports', 'DISPUTED'),
    ],
  },
  {
    id: 'microsoft-graph',
    title: 'Microsoft Graph',
    clouds: ['PUBLIC'],
    hostNames: ['graph.microsoft.com'],
    protocol: 'TCP',
    ports: ['443'],
    serviceTag: 'AzureActiveDirectory',
    necessity: 'CONDITIONAL',
    requiredWhen: 'Users sign in to the developer portal with Microsoft Entra ID.',
    purpose: 'Reading users and groups at sign-in.',
    since: '2026-08-24',
    citations: [
      cite('internal-mode-2026-08-24', 'Troubleshoot connection to Microsoft Graph'),
      cite('vnet-reference-2026-04-30', 'Required ports'),
    ],
  },
];
