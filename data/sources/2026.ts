/** Documents of 2026, oldest first. */

import type { Source } from '../model.ts';
import { learn } from './learn.ts';

export const documents2026: readonly Source[] = [
  {
    id: 'admin-rules-2026-01-09',
    title: 'Security admin rules in Azure Virtual Network Manager',
    date: '2026-01-09',
    url: `${learn}/virtual-network-manager/concept-security-admins`,
  },
  {
    id: 'trusted-service-connectivity-2026-01-15',
    title: 'Trusted service connectivity retirement (March 2026), text of January 2026',
    date: '2026-01-15',
    url: `${learn}/api-management/breaking-changes/trusted-service-connectivity-retirement-march-2026`,
  },
  {
    id: 'managed-certificate-access-2026-01-28',
    title: 'Access for free managed certificates (shared section on custom domains)',
    date: '2026-01-28',
    url: `${learn}/api-management/configure-custom-domain`,
  },
  {
    id: 'firewall-rules-2026-03-23',
    title: 'Configure Azure Firewall rules',
    date: '2026-03-23',
    url: `${learn}/firewall/rule-processing`,
  },
  {
    id: 'firewall-rule-sets-2026-03-28',
    title: 'Azure Firewall Policy rule sets',
    date: '2026-03-28',
    url: `${learn}/firewall/policy-rule-sets`,
  },
  {
    id: 'firewall-fqdn-tags-2026-03-28',
    title: 'FQDN tags overview',
    date: '2026-03-28',
    url: `${learn}/firewall/fqdn-tags`,
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
    id: 'key-vault-network-2026-04-30',
    title: 'Requirements for Key Vault firewall, text of April 2026',
    date: '2026-04-30',
    url: `${learn}/api-management/api-management-howto-properties`,
  },
  {
    id: 'region-availability-2026-05-08',
    title: 'Availability of v2 tiers and workspace gateways',
    date: '2026-05-08',
    url: `${learn}/api-management/api-management-region-availability`,
  },
  {
    id: 'workspace-gateway-networks-2026-05-20',
    title: 'Network resource requirements for workspace gateways',
    date: '2026-05-20',
    url: `${learn}/api-management/virtual-network-workspaces-resources`,
  },
  {
    id: 'custom-domain-2026-06-03',
    title: 'Configure a custom domain name for an API Management instance',
    date: '2026-06-03',
    url: `${learn}/api-management/configure-custom-domain`,
  },
  {
    id: 'workspaces-overview-2026-06-12',
    title: 'Federated API management with workspaces',
    date: '2026-06-12',
    url: `${learn}/api-management/workspaces-overview`,
  },
  {
    id: 'ai-gateway-overview-2026-06-29',
    title: 'AI Gateway tier (preview) overview',
    date: '2026-06-29',
    url: `${learn}/api-management/ai-gateway-overview`,
  },
  {
    id: 'region-availability-later-text',
    title: 'Availability of v2 tiers and workspace gateways, a later text without a date',
    date: '2026-06-30',
    isDateApproximate: true,
    url: `${learn}/api-management/api-management-region-availability`,
  },
  {
    id: 'managed-certificates-suspension-2026-07-23',
    title: 'Managed certificates: creation suspended',
    date: '2026-07-23',
    url: `${learn}/api-management/breaking-changes/managed-certificates-suspension-august-2025`,
  },
  {
    id: 'ai-gateway-networking-2026-07-23',
    title: 'Configure private networking for AI Gateway tier (preview)',
    date: '2026-07-23',
    url: `${learn}/api-management/ai-gateway-configure-private-networking`,
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
    id: 'managed-certificates-suspension-2026-08-26',
    title: 'Managed certificates: creation suspended, text of August 2026',
    date: '2026-08-26',
    url: `${learn}/api-management/breaking-changes/managed-certificates-suspension-august-2025`,
  },
  {
    id: 'ip-addresses-2026-09-11',
    title: 'IP addresses of Azure API Management',
    date: '2026-09-11',
    url: `${learn}/api-management/api-management-howto-ip-addresses`,
  },
];
