/** Documents of 2025, oldest first. */

import type { Source } from '../model.ts';
import { learn } from './learn.ts';

export const documents2025: readonly Source[] = [
  {
    id: 'firewall-host-names-2025-03-17',
    title: 'Use FQDN filtering in network rules',
    date: '2025-03-17',
    url: `${learn}/firewall/fqdn-filtering-network-rules`,
  },
  {
    id: 'integrate-vnet-outbound-2025-03-20',
    title: 'Integrate an API Management instance with a private network for outbound connections',
    date: '2025-03-20',
    url: `${learn}/api-management/integrate-vnet-outbound`,
  },
  {
    id: 'virtual-wan-internet-2025-03-26',
    title: 'Securing internet access with routing intent',
    date: '2025-03-26',
    url: `${learn}/virtual-wan/about-internet-routing`,
  },
  {
    id: 'multi-region-concepts-2025-03-31',
    title: 'About multi-region deployment (shared section)',
    date: '2025-03-31',
    url: `${learn}/api-management/api-management-howto-deploy-multi-region`,
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
    id: 'v2-dns-resolver-2025-06-20',
    title: 'DNS resolvers for injection in the v2 tiers (shared section of the networking pages)',
    date: '2025-06-20',
    url: `${learn}/api-management/inject-vnet-v2`,
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
    id: 'virtual-wan-routing-intent-2025-08-01',
    title: 'How to configure Virtual WAN hub routing intent and routing policies',
    date: '2025-08-01',
    url: `${learn}/virtual-wan/how-to-routing-policies`,
  },
  {
    id: 'vnet-reference-china',
    title:
      'Virtual network configuration reference: API Management, edition for Azure operated by 21Vianet',
    date: '2025-09-01',
    isDateApproximate: true,
    url: 'https://docs.azure.cn/api-management/virtual-network-reference',
  },
  {
    id: 'self-hosted-gateway-2025-09-30',
    title: 'Self-hosted gateway overview',
    date: '2025-09-30',
    url: `${learn}/api-management/self-hosted-gateway-overview`,
  },
  {
    id: 'inject-vnet-v2-2025-10-08',
    title: 'Inject a Premium v2 instance into a private virtual network',
    date: '2025-10-08',
    url: `${learn}/api-management/inject-vnet-v2`,
  },
  {
    id: 'nat-gateway-2025-11-04',
    title: 'NAT gateway resource',
    date: '2025-11-04',
    url: `${learn}/nat-gateway/nat-gateway-resource`,
  },
  {
    id: 'private-endpoint-2025-11-11',
    title: 'Connect privately to API Management using an inbound private endpoint',
    date: '2025-11-11',
    url: `${learn}/api-management/private-endpoint`,
  },
  {
    id: 'private-endpoint-2025-11-17',
    title: 'Connect privately to API Management by using an inbound private endpoint',
    date: '2025-11-17',
    url: `${learn}/api-management/private-endpoint`,
  },
  {
    id: 'tier-features-2025-11-11',
    title: 'Feature-based comparison of the API Management tiers',
    date: '2025-11-11',
    url: `${learn}/api-management/api-management-features`,
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
    id: 'tier-features-china',
    title:
      'Feature-based comparison of the API Management tiers, edition for Azure operated by 21Vianet',
    date: '2025-12-01',
    isDateApproximate: true,
    url: 'https://docs.azure.cn/en-us/api-management/api-management-features',
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
    id: 'key-vault-network-2025-12-04',
    title: 'Requirements for Key Vault firewall (shared section on named values and certificates)',
    date: '2025-12-04',
    url: `${learn}/api-management/api-management-howto-properties`,
  },
  {
    id: 'v2-delegation-2025-12-04',
    title: 'Subnet delegation in the v2 tiers (shared note of the networking pages)',
    date: '2025-12-04',
    url: `${learn}/api-management/virtual-network-workspaces-resources`,
  },
  {
    id: 'trusted-service-connectivity-2025-12-18',
    title: 'Trusted service connectivity retirement (March 2026)',
    date: '2025-12-18',
    url: `${learn}/api-management/breaking-changes/trusted-service-connectivity-retirement-march-2026`,
  },
  {
    id: 'key-vault-network-2025-12-18',
    title: 'Requirements for Key Vault firewall, text of 18 December 2025',
    date: '2025-12-18',
    url: `${learn}/api-management/api-management-howto-properties`,
  },
  {
    id: 'backup-restore-2025-12-18',
    title: 'Disaster recovery using service backup and restore',
    date: '2025-12-18',
    url: `${learn}/api-management/api-management-howto-disaster-recovery-backup-restore`,
  },
];
