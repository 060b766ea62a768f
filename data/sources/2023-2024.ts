/** Documents of 2023 and 2024, oldest first. */

import type { Source } from '../model.ts';
import { learn } from './learn.ts';

export const documents2023To2024: readonly Source[] = [
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
    id: 'service-endpoint-policies-2023-04-06',
    title: 'Virtual network service endpoint policies for Azure Storage',
    date: '2023-04-06',
    url: `${learn}/virtual-network/virtual-network-service-endpoint-policies-overview`,
  },
  {
    id: 'application-gateway-2023-04-17',
    title: 'Integrate API Management in an internal virtual network with Application Gateway',
    date: '2023-04-17',
    url: `${learn}/api-management/api-management-howto-integrate-internal-vnet-appgateway`,
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
    id: 'legacy-portal-retirement-2023-11-09',
    title: 'Legacy developer portal retirement (October 2023)',
    date: '2023-11-09',
    url: `${learn}/api-management/breaking-changes/legacy-portal-retirement-oct-2023`,
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
    id: 'migrate-stv2-2024-03-14',
    title: 'Migrate a network-injected API Management instance to the stv2 platform',
    date: '2024-03-14',
    url: `${learn}/api-management/migrate-stv1-to-stv2-vnet`,
  },
  {
    id: 'service-api-2024-05-01',
    title: 'Resource definition of an API Management service, API version 2024-05-01',
    date: '2024-05-01',
    url: 'https://github.com/Azure/azure-rest-api-specs/blob/main/specification/apimanagement/resource-manager/Microsoft.ApiManagement/stable/2024-05-01/apimdeployment.json',
  },
  {
    id: 'network-prerequisites-2024-05-10',
    title: 'Prerequisites for virtual networks (shared section of the networking pages)',
    date: '2024-05-10',
    url: `${learn}/api-management/api-management-using-with-vnet`,
  },
  {
    id: 'git-retirement-2024-05-16',
    title: 'Git configuration retirement (March 2025)',
    date: '2024-05-16',
    url: `${learn}/api-management/breaking-changes/git-configuration-retirement-march-2025`,
  },
  {
    id: 'direct-management-retirement-2024-05-16',
    title: 'Direct management API retirement (March 2025)',
    date: '2024-05-16',
    url: `${learn}/api-management/breaking-changes/direct-management-api-retirement-march-2025`,
  },
  {
    id: 'ip-addresses-2024-05-21',
    title: 'IP addresses of Azure API Management',
    date: '2024-05-21',
    url: `${learn}/api-management/api-management-howto-ip-addresses`,
  },
  {
    id: 'workspace-gateway-network-note-2024-07-08',
    title: 'Network configuration of workspace gateways (shared note of the workspace pages)',
    date: '2024-07-08',
    url: `${learn}/api-management/virtual-network-workspaces-resources`,
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
    id: 'front-door-private-link-2024-09-26',
    title: 'Connect Azure Front Door Premium to API Management with Private Link (preview)',
    date: '2024-09-26',
    url: `${learn}/frontdoor/standard-premium/how-to-enable-private-link-apim`,
  },
  {
    id: 'virtual-network-concepts-2024-10-16',
    title: 'Use a virtual network to secure traffic for Azure API Management',
    date: '2024-10-16',
    url: `${learn}/api-management/virtual-network-concepts`,
  },
  {
    id: 'region-availability-2024-11-20',
    title: 'Availability of v2 tiers and workspace gateways',
    date: '2024-11-20',
    url: `${learn}/api-management/api-management-region-availability`,
  },
  {
    id: 'virtual-hub-routing-2024-12-10',
    title: 'About virtual hub routing',
    date: '2024-12-10',
    url: `${learn}/virtual-wan/about-virtual-hub-routing`,
  },
];
