/** The documents and weekly files that the facts are taken from, oldest first. */

import type { Source } from './model.ts';
import { weeklyFileSources } from './weekly-files.ts';

const learn = 'https://learn.microsoft.com/azure';

const documents: readonly Source[] = [
  {
    id: 'ip-addresses-2019-08-29',
    title: 'IP addresses of Azure API Management',
    date: '2019-08-29',
    url: `${learn}/api-management/api-management-howto-ip-addresses`,
  },
  {
    id: 'vnet-reference-2019-09-09',
    title: 'How to use Azure API Management with virtual networks (external mode)',
    date: '2019-09-09',
    url: `${learn}/api-management/api-management-using-with-vnet`,
    isReferenceEdition: true,
  },
  {
    id: 'terraform-network-type-2020-07-22',
    title: 'Changing virtual_network_type in azurerm_api_management forces resource recreation',
    date: '2020-07-22',
    url: 'https://github.com/hashicorp/terraform-provider-azurerm/issues/7851',
  },
  {
    id: 'ip-addresses-2021-04-13',
    title: 'IP addresses of Azure API Management',
    date: '2021-04-13',
    url: `${learn}/api-management/api-management-howto-ip-addresses`,
  },
  {
    id: 'vnet-reference-2021-08-06',
    title: 'Connect to a virtual network using Azure API Management (external mode)',
    date: '2021-08-06',
    url: `${learn}/api-management/api-management-using-with-vnet`,
    isReferenceEdition: true,
  },
  {
    id: 'ip-addresses-2021-12-21',
    title: 'IP addresses of Azure API Management',
    date: '2021-12-21',
    url: `${learn}/api-management/api-management-howto-ip-addresses`,
  },
  {
    id: 'developer-portal-faq-2022-02-04',
    title: 'API Management developer portal: frequently asked questions',
    date: '2022-02-04',
    url: `${learn}/api-management/developer-portal-faq`,
  },
  {
    id: 'breaking-change-source-ip-2022-02-07',
    title: 'Resource provider source IP address change (March 2023)',
    date: '2022-02-07',
    url: `${learn}/api-management/breaking-changes/rp-source-ip-address-change-mar-2023`,
  },
  {
    id: 'breaking-change-source-ip-2022-07-25',
    title: 'Resource provider source IP address change (September 2023)',
    date: '2022-07-25',
    url: `${learn}/api-management/breaking-changes/rp-source-ip-address-change-sep-2023`,
  },
  {
    id: 'breaking-change-captcha-2022-09-06',
    title: 'Developer portal CAPTCHA endpoint change (September 2025)',
    date: '2022-09-06',
    url: `${learn}/api-management/breaking-changes/captcha-endpoint-change-sep-2025`,
  },
  {
    id: 'internal-mode-2023',
    title: 'Connect to a virtual network in internal mode using Azure API Management',
    date: '2023-01-01',
    isDateApproximate: true,
    url: `${learn}/api-management/api-management-using-with-internal-vnet`,
  },
  {
    id: 'vnet-reference-2023-01-06',
    title: 'Virtual network configuration reference: API Management',
    date: '2023-01-06',
    url: `${learn}/api-management/virtual-network-reference`,
    isReferenceEdition: true,
  },
  {
    id: 'traffic-routing-2023-05-27',
    title: 'Azure virtual network traffic routing',
    date: '2023-05-27',
    url: `${learn}/virtual-network/virtual-networks-udr-overview`,
  },
  {
    id: 'vnet-reference-2023-08-29',
    title:
      'Virtual network configuration reference: API Management, revised text of 29 August 2023',
    date: '2023-08-29',
    url: `${learn}/api-management/virtual-network-reference`,
  },
  {
    id: 'forced-tunneling-2023-11-29',
    title:
      'Force tunnel traffic to an on-premises firewall (shared section of the networking pages)',
    date: '2023-11-29',
    url: `${learn}/api-management/api-management-using-with-internal-vnet`,
  },
  {
    id: 'vnet-reference-2023-11-29',
    title: 'Virtual network configuration reference: API Management',
    date: '2023-11-29',
    url: `${learn}/api-management/virtual-network-reference`,
    isReferenceEdition: true,
  },
  {
    id: 'virtual-network-concepts-2023',
    title: 'Use a virtual network to secure inbound and outbound traffic for Azure API Management',
    date: '2023-12-01',
    isDateApproximate: true,
    url: `${learn}/api-management/virtual-network-concepts`,
  },
  {
    id: 'ip-addresses-2024-05-21',
    title: 'IP addresses of Azure API Management',
    date: '2024-05-21',
    url: `${learn}/api-management/api-management-howto-ip-addresses`,
  },
  {
    id: 'stv1-retirement-2024-08-08',
    title: 'stv1 platform retirement',
    date: '2024-08-08',
    url: `${learn}/api-management/breaking-changes/stv1-platform-retirement-august-2024`,
  },
  {
    id: 'activation-failure-2024-08-10',
    title: 'APIM deployment fails with error "Unable to activate API service at this time"',
    date: '2024-08-10',
    url: 'https://github.com/Azure-Samples/graphrag-accelerator/issues/134',
  },
  {
    id: 'virtual-network-concepts-2024-10-16',
    title: 'Use a virtual network to secure traffic for Azure API Management',
    date: '2024-10-16',
    url: `${learn}/api-management/virtual-network-concepts`,
  },
  {
    id: 'integrate-vnet-outbound-2025-03-20',
    title: 'Integrate an API Management instance with a private network for outbound connections',
    date: '2025-03-20',
    url: `${learn}/api-management/integrate-vnet-outbound`,
  },
  {
    id: 'injection-resources-2025-04-17',
    title: 'Network resource requirements for API Management injection into a virtual network',
    date: '2025-04-17',
    url: `${learn}/api-management/virtual-network-injection-resources`,
  },
  {
    id: 'vnet-reference-2025-06-17',
    title: 'Virtual network configuration reference: API Management',
    date: '2025-06-17',
    url: `${learn}/api-management/virtual-network-reference`,
    isReferenceEdition: true,
  },
  {
    id: 'v2-nsg-rules-2025-06-25',
    title: 'Network security group rules for the v2 tiers (shared section of the networking pages)',
    date: '2025-06-25',
    url: `${learn}/api-management/inject-vnet-v2`,
  },
  {
    id: 'v2-nsg-rules-2025-07-08',
    title: 'Network security group rules for the v2 tiers (shared section of the networking pages)',
    date: '2025-07-08',
    url: `${learn}/api-management/inject-vnet-v2`,
  },
  {
    id: 'nsg-overview-2025-07-15',
    title: 'Azure network security groups overview',
    date: '2025-07-15',
    url: `${learn}/virtual-network/network-security-groups-overview`,
  },
  {
    id: 'service-tags-overview',
    title: 'Azure service tags overview',
    date: '2025-07-15',
    isDateApproximate: true,
    url: `${learn}/virtual-network/service-tags-overview`,
  },
  {
    id: 'inject-vnet-v2-2025-10-08',
    title: 'Inject a Premium v2 instance into a private virtual network',
    date: '2025-10-08',
    url: `${learn}/api-management/inject-vnet-v2`,
  },
  {
    id: 'private-endpoint-2025-11-11',
    title: 'Connect privately to API Management using an inbound private endpoint',
    date: '2025-11-11',
    url: `${learn}/api-management/private-endpoint`,
  },
  {
    id: 'availability-zones-2025-11-13',
    title: 'Enable availability zone support on Azure API Management instances',
    date: '2025-11-13',
    url: `${learn}/api-management/enable-availability-zone-support`,
  },
  {
    id: 'availability-zones-later-text',
    title:
      'Enable availability zone support on Azure API Management instances, a later text without a date',
    date: '2025-12-01',
    isDateApproximate: true,
    url: `${learn}/api-management/zone-redundancy`,
  },
  {
    id: 'v2-nsg-rules-2025-12-01',
    title: 'Network security group rules for the v2 tiers (shared section of the networking pages)',
    date: '2025-12-01',
    url: `${learn}/api-management/inject-vnet-v2`,
  },
  {
    id: 'breaking-changes-overview-2025-12-03',
    title: 'Upcoming breaking changes in Azure API Management',
    date: '2025-12-03',
    url: `${learn}/api-management/breaking-changes/overview`,
  },
  {
    id: 'integrate-vnet-outbound-2025-12-04',
    title:
      'Integrate an API Management instance with a private virtual network for outbound connections',
    date: '2025-12-04',
    url: `${learn}/api-management/integrate-vnet-outbound`,
  },
  {
    id: 'trusted-service-connectivity-2025-12-18',
    title: 'Trusted service connectivity retirement (March 2026)',
    date: '2025-12-18',
    url: `${learn}/api-management/breaking-changes/trusted-service-connectivity-retirement-march-2026`,
  },
  {
    id: 'managed-certificate-access-2026-01-28',
    title: 'Access for free managed certificates (shared section on custom domains)',
    date: '2026-01-28',
    url: `${learn}/api-management/configure-custom-domain`,
  },
  {
    id: 'service-update-behavior-2026-04-09',
    title: 'Service update behaviour (shared section of the networking pages)',
    date: '2026-04-09',
    url: `${learn}/api-management/api-management-using-with-vnet`,
  },
  {
    id: 'vnet-reference-2026-04-10',
    title: 'Virtual network configuration reference: API Management, text of 10 April 2026',
    date: '2026-04-10',
    url: `${learn}/api-management/virtual-network-reference`,
  },
  {
    id: 'v2-tiers-overview-2026-04-21',
    title: 'Azure API Management v2 tiers',
    date: '2026-04-21',
    url: `${learn}/api-management/v2-service-tiers-overview`,
  },
  {
    id: 'vnet-reference-2026-04-30',
    title: 'Virtual network configuration reference: API Management',
    date: '2026-04-30',
    url: `${learn}/api-management/virtual-network-reference`,
    isReferenceEdition: true,
  },
  {
    id: 'workspace-gateway-networks-2026-05-20',
    title: 'Network resource requirements for workspace gateways',
    date: '2026-05-20',
    url: `${learn}/api-management/virtual-network-workspaces-resources`,
  },
  {
    id: 'managed-certificates-suspension-2026-07-23',
    title: 'Managed certificates: creation suspended',
    date: '2026-07-23',
    url: `${learn}/api-management/breaking-changes/managed-certificates-suspension-august-2025`,
  },
  {
    id: 'internal-mode-2026-08-24',
    title: 'Deploy API Management in a virtual network: internal mode',
    date: '2026-08-24',
    url: `${learn}/api-management/api-management-using-with-internal-vnet`,
  },
  {
    id: 'integrate-vnet-outbound-2026-08-26',
    title: 'Integrate an API Management instance with a virtual network, text of August 2026',
    date: '2026-08-26',
    url: `${learn}/api-management/integrate-vnet-outbound`,
  },
  {
    id: 'ip-addresses-2026-09-11',
    title: 'IP addresses of Azure API Management',
    date: '2026-09-11',
    url: `${learn}/api-management/api-management-howto-ip-addresses`,
  },
];

export const sources: readonly Source[] = [...documents, ...weeklyFileSources].sort((one, other) =>
  one.date.localeCompare(other.date),
);
