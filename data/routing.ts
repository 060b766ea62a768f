/** Routes, service endpoints and the addresses traffic leaves from, from the forced-tunneling sections and the IP-address page. */

import { cite } from './cite.ts';
import type { NetworkFact } from './model.ts';

const injected = {
  tiers: ['DEVELOPER', 'PREMIUM'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
  platforms: ['STV1', 'STV2'],
} as const;

const in2019 = cite('vnet-reference-2019-09-09', 'Force tunneling traffic');
const in2023 = cite('internal-mode-2023', 'Force tunnel traffic');
const sinceNovember2023 = cite('forced-tunneling-2023-11-29', 'Force tunnel traffic');
const in2026 = cite('internal-mode-2026-08-24', 'Force tunnel traffic');
const outboundAddresses = [
  cite('ip-addresses-2024-05-21', 'IP addresses for outbound traffic'),
  cite('ip-addresses-2026-09-11', 'IP addresses for outbound traffic'),
];

export const routingFacts: readonly NetworkFact[] = [
  {
    id: 'forced-tunneling-breaks-dependencies',
    title: 'A default route breaks dependencies',
    statement:
      'A route 0.0.0.0/0 to a firewall or on-premises network blocks dependencies, or gives their traffic addresses that Azure does not accept.',
    ...injected,
    citations: [in2019, in2023, sinceNovember2023, in2026],
  },
  {
    id: 'service-endpoint-sql',
    title: 'Service endpoint Microsoft.Sql',
    statement: 'With forced tunneling the subnet has the service endpoint Microsoft.Sql.',
    ...injected,
    citations: [in2019, in2023, sinceNovember2023, in2026],
  },
  {
    id: 'service-endpoint-sql-primary-region',
    title: 'Service endpoint Microsoft.Sql in the primary region only',
    statement:
      'A multi-region instance needs Microsoft.Sql in the subnet of its primary region only.',
    ...injected,
    tiers: ['PREMIUM'],
    since: '2023-01-01',
    citations: [in2023, sinceNovember2023, in2026],
  },
  {
    id: 'service-endpoint-storage',
    title: 'Service endpoint Microsoft.Storage',
    statement: 'With forced tunneling the subnet has the service endpoint Microsoft.Storage.',
    ...injected,
    citations: [in2019, in2023, sinceNovember2023, in2026],
  },
  {
    id: 'service-endpoint-event-hub',
    title: 'Service endpoint Microsoft.EventHub',
    statement: 'With forced tunneling the subnet has the service endpoint Microsoft.EventHub.',
    ...injected,
    citations: [in2019, in2023, sinceNovember2023, in2026],
  },
  {
    id: 'service-endpoint-key-vault-stv2',
    title: 'Service endpoint Microsoft.KeyVault, on stv2 only until November 2023',
    statement:
      'With forced tunneling the subnet of an instance on stv2 has the service endpoint Microsoft.KeyVault.',
    ...injected,
    platforms: ['STV2'],
    since: '2021-08-06',
    until: '2023-01-01',
    citations: [in2023],
  },
  {
    id: 'service-endpoint-key-vault',
    title: 'Service endpoint Microsoft.KeyVault',
    statement: 'With forced tunneling the subnet has the service endpoint Microsoft.KeyVault.',
    ...injected,
    since: '2023-11-29',
    citations: [sinceNovember2023, in2026],
  },
  {
    id: 'service-endpoint-service-bus',
    title: 'Service endpoint Microsoft.ServiceBus, in 2019',
    statement: 'With forced tunneling the subnet has the service endpoint Microsoft.ServiceBus.',
    ...injected,
    platforms: ['STV1'],
    since: '2019-09-09',
    until: '2019-09-09',
    citations: [in2019],
  },
  {
    id: 'without-service-endpoints',
    title: 'Without service endpoints',
    statement:
      'Where all traffic must be tunneled, the firewall allows the whole, changing address ranges of each service; expect latency and timeouts.',
    ...injected,
    since: '2023-01-01',
    citations: [in2023, sinceNovember2023, in2026],
  },
  {
    id: 'management-return-route-by-address',
    title: 'Return route for each control-plane address, until 2023',
    statement:
      'A user-defined route with next hop Internet for each control-plane address returns management traffic.',
    ...injected,
    since: '2019-09-09',
    until: '2023-01-01',
    citations: [in2019, in2023],
  },
  {
    id: 'management-return-route',
    title: 'Return route for the ApiManagement tag',
    statement:
      'A user-defined route for the service tag ApiManagement with next hop Internet returns management traffic of port 3443; without it the replies leave another way and management is lost.',
    ...injected,
    since: '2023-01-01',
    citations: [in2023, sinceNovember2023, in2026],
  },
  {
    id: 'management-bypass-accepted',
    title: 'Management traffic may bypass the firewall',
    statement:
      'The documents see no significant risk in the bypass: port 3443 is open to the ApiManagement tag only, and the route serves replies.',
    ...injected,
    since: '2023-01-01',
    citations: [in2023, sinceNovember2023, in2026],
  },
  {
    id: 'management-route-china',
    title: 'The ApiManagement tag is no route in China',
    statement:
      'The service-tag file for China leaves user-defined routes out of the features of ApiManagement, so routes there name its prefixes, although the documents advise the tag everywhere.',
    ...injected,
    citations: [
      cite('service-tags-china-405', 'ApiManagement, networkFeatures', 'DISPUTED'),
      cite('forced-tunneling-2023-11-29', 'Force tunnel traffic', 'DISPUTED'),
    ],
  },
  {
    id: 'client-return-routes',
    title: 'Return routes for clients in external mode',
    statement:
      'With forced tunneling each range of internet clients needs a user-defined route with next hop Internet, or replies of gateway and developer portal are lost.',
    ...injected,
    virtualNetworkTypes: ['EXTERNAL'],
    since: '2023-01-01',
    citations: [in2023, sinceNovember2023, in2026],
  },
  {
    id: 'tunneled-dependencies-reachable',
    title: 'The other dependencies stay reachable',
    statement:
      'Through the tunnel the hosts of metrics and health, portal diagnostics, SMTP relay and CAPTCHA are resolved and reached, since 2023 those of Windows activation too.',
    ...injected,
    citations: [in2019, in2023, sinceNovember2023, in2026],
  },
  {
    id: 'v2-injection-no-routes',
    title: 'No routes or service endpoints for Premium v2 injection',
    statement: 'Injecting a Premium v2 instance takes no route table and no service endpoint.',
    tiers: ['PREMIUM_V2'],
    virtualNetworkTypes: ['INTERNAL'],
    platforms: ['STV2'],
    citations: [cite('v2-tiers-overview-2026-04-21', 'Networking options')],
  },
  {
    id: 'public-address-per-location',
    title: 'One public address for each location',
    statement: 'With several regions, the instance has one public address in each of them.',
    ...injected,
    tiers: ['PREMIUM'],
    virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
    citations: [
      cite('ip-addresses-2024-05-21', 'Public IP addresses'),
      cite('ip-addresses-2026-09-11', 'Public IP addresses'),
    ],
  },
  {
    id: 'addresses-in-resource',
    title: 'Where to read the addresses',
    statement:
      'The resource lists its addresses as properties.publicIPAddresses and, in internal mode, properties.privateIPAddresses.',
    ...injected,
    citations: [
      cite('ip-addresses-2024-05-21', 'IP addresses in a virtual network'),
      cite('ip-addresses-2026-09-11', 'IP addresses in a virtual network'),
    ],
  },
  {
    id: 'outbound-to-public-backends',
    title: 'Public backends see the public address',
    statement: 'Requests to internet-facing backends come from the public address, in both modes.',
    ...injected,
    citations: outboundAddresses,
  },
  {
    id: 'outbound-to-private-backends',
    title: 'Private backends see an address of the subnet',
    statement:
      'Requests to backends in the virtual network or a peered one come from any address of the subnet, so backends allow the whole subnet range.',
    ...injected,
    citations: outboundAddresses,
  },
  {
    id: 'public-address-in-internal-mode',
    title: 'The public address in internal mode takes management traffic only',
    statement:
      'Inbound, the public address of internal mode serves port 3443 alone and may be closed to all but the ApiManagement tag; outbound it still carries internet traffic.',
    ...injected,
    virtualNetworkTypes: ['INTERNAL'],
    citations: [cite('internal-mode-2026-08-24', 'Routing'), ...outboundAddresses],
  },
  {
    id: 'outbound-without-dedicated-address',
    title: 'Tiers without an address of their own',
    statement:
      'Outbound addresses are not predictable; receivers allow the ranges of the region, AzureCloud.<region> in the service-tag file.',
    tiers: ['CONSUMPTION', 'BASIC_V2', 'STANDARD_V2', 'PREMIUM_V2'],
    virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
    platforms: ['STV2'],
    citations: [
      cite('ip-addresses-2024-05-21', 'IP addresses of Consumption and v2 tier instances'),
      cite('ip-addresses-2026-09-11', 'IP addresses of Consumption and v2 tier instances'),
    ],
  },
];
