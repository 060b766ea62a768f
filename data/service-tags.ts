/**
 * The service tags that the rules of the network reference name, and those that users use instead.
 * Whether a tag is regional follows the weekly files; the overview's own column contradicts them in places.
 */

import { cite } from './cite.ts';
import type { ServiceTag } from './model.ts';
import { citeWeeklyFile } from './weekly-files.ts';

export { type ServiceTagRelations, serviceTagRelations } from './service-tag-relations.ts';

const in2019 = cite('vnet-reference-2019-09-09', 'Required ports');
const in2023 = cite('vnet-reference-2023-01-06', 'Required ports');
const in2026 = cite('vnet-reference-2026-04-30', 'Required ports');
const inOverview = cite('service-tags-overview', 'Available service tags');
const mayBeRegional = [
  cite('vnet-reference-2023-01-06', 'Regional service tags'),
  cite('vnet-reference-2026-04-30', 'Regional service tags'),
];

function inWeeklyFile(name: string) {
  return citeWeeklyFile('PUBLIC', name);
}

const platformTags: readonly ServiceTag[] = [
  {
    name: 'Internet',
    aliases: ['INTERNET'],
    isRegional: false,
    isPlatformTag: true,
    mayBeRegional: false,
    description:
      'Every address outside the virtual network that the public internet reaches, including the public addresses of Azure.',
    citations: [in2019, in2023, in2026, inOverview],
  },
  {
    name: 'VirtualNetwork',
    aliases: ['VIRTUAL_NETWORK', 'Virtual Network'],
    isRegional: false,
    isPlatformTag: true,
    mayBeRegional: false,
    description:
      "The address space of the virtual network, of its peers and of networks behind its gateways, the prefixes of its user-defined routes, and the host's virtual address 168.63.129.16.",
    citations: [in2019, in2023, in2026, inOverview],
  },
  {
    name: 'AzureLoadBalancer',
    aliases: ['AZURE_LOAD_BALANCER', 'AZURE_LOADBALANCER'],
    isRegional: false,
    isPlatformTag: true,
    mayBeRegional: false,
    description:
      "The host's virtual address 168.63.129.16, where health probes come from; client traffic through a load balancer keeps its own source.",
    citations: [in2019, in2023, in2026, inOverview],
  },
];

const tagsOfTheReference: readonly ServiceTag[] = [
  {
    name: 'ApiManagement',
    aliases: [],
    isRegional: true,
    isPlatformTag: false,
    mayBeRegional: false,
    description:
      'The control plane of API Management, which manages dedicated instances; not the addresses of the gateways.',
    citations: [in2019, in2023, in2026, inWeeklyFile('ApiManagement')],
  },
  {
    name: 'Storage',
    aliases: [],
    isRegional: true,
    isPlatformTag: false,
    mayBeRegional: true,
    description: 'Azure Storage: blobs, files, queues and tables.',
    citations: [in2019, in2023, in2026, ...mayBeRegional, inWeeklyFile('Storage')],
  },
  {
    name: 'Sql',
    aliases: ['SQL'],
    isRegional: true,
    isPlatformTag: false,
    mayBeRegional: true,
    description: 'Azure SQL Database and related database services.',
    citations: [in2019, in2023, in2026, ...mayBeRegional, inWeeklyFile('Sql')],
  },
  {
    name: 'AzureKeyVault',
    aliases: [],
    isRegional: true,
    isPlatformTag: false,
    mayBeRegional: false,
    description: 'Azure Key Vault.',
    citations: [in2023, in2026, inWeeklyFile('AzureKeyVault')],
  },
  {
    name: 'AzureActiveDirectory',
    aliases: [],
    isRegional: false,
    isPlatformTag: false,
    mayBeRegional: false,
    description: 'Microsoft Entra ID, formerly Azure Active Directory.',
    citations: [in2019, in2023, in2026, inWeeklyFile('AzureActiveDirectory')],
  },
  {
    name: 'AzureConnectors',
    aliases: [],
    isRegional: true,
    isPlatformTag: false,
    mayBeRegional: false,
    description: 'Managed connectors, which the credential manager of API Management uses.',
    citations: [in2023, in2026, inWeeklyFile('AzureConnectors')],
  },
  {
    name: 'EventHub',
    aliases: ['Azure Event Hubs'],
    isRegional: true,
    isPlatformTag: false,
    mayBeRegional: true,
    description: 'Azure Event Hubs.',
    citations: [in2019, in2023, in2026, ...mayBeRegional, inWeeklyFile('EventHub')],
  },
  {
    name: 'AzureMonitor',
    aliases: ['Azure Monitor'],
    isRegional: true,
    isPlatformTag: false,
    mayBeRegional: false,
    description: 'Azure Monitor with Log Analytics, Application Insights and metrics.',
    citations: [in2019, in2023, in2026, inWeeklyFile('AzureMonitor')],
  },
  {
    name: 'AzureTrafficManager',
    aliases: [],
    isRegional: false,
    isPlatformTag: false,
    mayBeRegional: false,
    description: 'Addresses from which Azure Traffic Manager probes its endpoints.',
    citations: [in2026, inWeeklyFile('AzureTrafficManager')],
  },
  {
    name: 'AzureCloud',
    aliases: [],
    isRegional: true,
    isPlatformTag: false,
    mayBeRegional: false,
    description:
      'All public addresses of Azure datacenters, including those of other customers; its regional versions end in lower case (AzureCloud.westeurope).',
    citations: [in2023, inOverview, inWeeklyFile('AzureCloud')],
  },
];

const tagsOfUsers: readonly ServiceTag[] = [
  {
    name: 'ServiceBus',
    aliases: [],
    isRegional: true,
    isPlatformTag: false,
    mayBeRegional: false,
    description:
      'Azure Service Bus, Premium tier; the forced tunneling instructions of 2019 ask for its service endpoint.',
    citations: [
      cite('vnet-reference-2019-09-09', 'Force tunneling: service endpoints'),
      inOverview,
      inWeeklyFile('ServiceBus'),
    ],
  },
  {
    name: 'AzureEventGrid',
    aliases: [],
    isRegional: true,
    isPlatformTag: false,
    mayBeRegional: false,
    description: 'Azure Event Grid, which the table of 2023 reaches through AzureCloud on stv1.',
    citations: [in2023, inWeeklyFile('AzureEventGrid')],
  },
  {
    name: 'AzureFrontDoor.Backend',
    aliases: [],
    isRegional: false,
    isPlatformTag: false,
    mayBeRegional: false,
    description:
      'Addresses from which Azure Front Door calls its origins; replaces Internet where Front Door is the only client.',
    citations: [inOverview, inWeeklyFile('AzureFrontDoor.Backend')],
  },
];

export const serviceTags: readonly ServiceTag[] = [
  ...platformTags,
  ...tagsOfTheReference,
  ...tagsOfUsers,
];
