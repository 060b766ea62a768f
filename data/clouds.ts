/** The clouds, as the network reference and the weekly service-tag files divide them. */

import { cite } from './cite.ts';
import type { Cloud } from './model.ts';
import { citeWeeklyFile } from './weekly-files.ts';

export const clouds: readonly Cloud[] = [
  {
    name: 'PUBLIC',
    displayName: 'Azure',
    aliases: ['Azure Public', 'Public', 'AzureCloud'],
    hostNameSuffix: 'azure-api.net',
    hostNameSuffixCitations: [cite('internal-mode-2026-08-24', 'Access on default host names')],
    isApiManagementTagRoutable: true,
    citations: [
      cite('vnet-reference-2023-01-06', 'Control plane IP addresses'),
      citeWeeklyFile('PUBLIC', 'ApiManagement, networkFeatures'),
    ],
  },
  {
    name: 'US_GOVERNMENT',
    displayName: 'Azure Government',
    aliases: ['AzureGovernment', 'AzureUSGovernment'],
    hostNameSuffix: 'azure-api.us',
    hostNameSuffixCitations: [
      cite('internal-mode-2026-08-24', 'Access on default host names', 'INFERRED'),
    ],
    isApiManagementTagRoutable: true,
    citations: [
      cite('vnet-reference-2023-01-06', 'Control plane IP addresses'),
      citeWeeklyFile('US_GOVERNMENT', 'ApiManagement, networkFeatures'),
    ],
  },
  {
    name: 'CHINA',
    displayName: 'Microsoft Azure operated by 21Vianet',
    aliases: ['Azure China', 'Azure China 21Vianet', 'China', 'AzureChinaCloud'],
    hostNameSuffix: 'azure-api.cn',
    hostNameSuffixCitations: [
      cite('internal-mode-2026-08-24', 'Access on default host names', 'INFERRED'),
    ],
    isApiManagementTagRoutable: false,
    citations: [
      cite('vnet-reference-2023-01-06', 'Control plane IP addresses'),
      citeWeeklyFile('CHINA', 'ApiManagement, networkFeatures'),
    ],
  },
];
