/** Routes and reach of a force-tunneled instance, from the forced-tunneling sections. */

import { cite } from '../cite.ts';
import type { NetworkFact } from '../model.ts';
import { citeWeeklyFile } from '../weekly-files.ts';
import { in2019, in2023, in2026, injected, sinceNovember2023 } from './define.ts';

export const forcedTunnelingFacts: readonly NetworkFact[] = [
  {
    id: 'forced-tunneling-breaks-dependencies',
    title: 'A default route breaks dependencies',
    statement:
      'A route 0.0.0.0/0 to a firewall or on-premises network blocks dependencies, or gives their traffic addresses that Azure does not accept.',
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
    id: 'without-service-endpoints',
    title: 'Without service endpoints',
    statement:
      'If all traffic must be tunneled, the firewall has to allow all address ranges of each service, which change; expect latency and timeouts.',
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
      'A user-defined route for the service tag ApiManagement with next hop Internet returns management traffic of port 3443; without it the replies take another way and the instance cannot be managed.',
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
    title: 'Routes in China cannot use the ApiManagement tag',
    statement:
      'The service-tag file for China leaves user-defined routes out of the features of ApiManagement, so routes there must name its prefixes, although the documents recommend the tag everywhere.',
    ...injected,
    citations: [
      citeWeeklyFile('CHINA', 'ApiManagement, networkFeatures', 'DISPUTED'),
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
      'Through the tunnel the instance must resolve and reach the hosts of metrics and health, portal diagnostics, SMTP relay and CAPTCHA, since 2023 those of Windows activation too.',
    ...injected,
    citations: [in2019, in2023, sinceNovember2023, in2026],
  },
  {
    id: 'v2-injection-no-routes',
    title: 'No routes or service endpoints for Premium v2 injection',
    statement: 'Injecting a Premium v2 instance needs no route table and no service endpoint.',
    tiers: ['PREMIUM_V2'],
    virtualNetworkTypes: ['INTERNAL'],
    platforms: ['STV2'],
    citations: [cite('v2-tiers-overview-2026-04-21', 'Networking options')],
  },
];
