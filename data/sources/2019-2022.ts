/** Documents of 2019 to 2022, oldest first. */

import type { Source } from '../model.ts';
import { learn } from './learn.ts';

export const documents2019To2022: readonly Source[] = [
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
    id: 'nsg-how-it-works-2020-08-24',
    title: 'How network security groups filter network traffic',
    date: '2020-08-24',
    url: `${learn}/virtual-network/network-security-group-how-it-works`,
  },
  {
    id: 'vnet-reference-2021-04-12',
    title: 'How to use Azure API Management with virtual networks',
    date: '2021-04-12',
    url: `${learn}/api-management/api-management-using-with-vnet`,
  },
  {
    id: 'public-ip-for-vnet-2021-04-12',
    title: 'Public IP address for a virtual network (shared section of the networking pages)',
    date: '2021-04-12',
    url: `${learn}/api-management/api-management-using-with-vnet`,
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
    id: 'internal-mode-2022-01-03',
    title: 'Deploy API Management in a virtual network: internal mode',
    date: '2022-01-03',
    url: `${learn}/api-management/api-management-using-with-internal-vnet`,
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
    id: 'virtual-network-concepts-2022-05-26',
    title: 'Use a virtual network with Azure API Management',
    date: '2022-05-26',
    url: `${learn}/api-management/virtual-network-concepts`,
  },
  {
    id: 'breaking-change-source-ip-2022-07-25',
    title: 'Resource provider source IP address change (September 2023)',
    date: '2022-07-25',
    url: `${learn}/api-management/breaking-changes/rp-source-ip-address-change-sep-2023`,
  },
  {
    id: 'multi-region-2022-07-25',
    title: 'Deploy an API Management instance to multiple Azure regions',
    date: '2022-07-25',
    url: `${learn}/api-management/api-management-howto-deploy-multi-region`,
  },
  {
    id: 'breaking-change-captcha-2022-09-06',
    title: 'Developer portal CAPTCHA endpoint change (September 2025)',
    date: '2022-09-06',
    url: `${learn}/api-management/breaking-changes/captcha-endpoint-change-sep-2025`,
  },
  {
    id: 'front-door-2022-09-27',
    title: 'Configure Front Door Standard or Premium in front of API Management',
    date: '2022-09-27',
    url: `${learn}/api-management/front-door-api-management`,
  },
  {
    id: 'firewall-sql-2022-10-31',
    title: 'Configure Azure Firewall application rules with SQL FQDNs',
    date: '2022-10-31',
    url: `${learn}/firewall/sql-fqdn-filtering`,
  },
  {
    id: 'manage-peering-2022-11-14',
    title: 'Create, change, or delete an Azure virtual network peering',
    date: '2022-11-14',
    url: `${learn}/virtual-network/virtual-network-manage-peering`,
  },
];
