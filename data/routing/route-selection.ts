/** Which route the traffic of a subnet takes, from the overview of virtual network routing. */

import { cite } from '../cite.ts';
import type { NetworkFact } from '../model.ts';
import { injected } from './define.ts';

const overview = 'traffic-routing-2023-05-27';

export const routeSelectionFacts: readonly NetworkFact[] = [
  {
    id: 'route-longest-prefix',
    title: 'The longest prefix decides',
    statement:
      'Among the routes that contain an address, Azure takes the one with the longest prefix; with equal prefixes a user-defined route comes before one learned over BGP, and that before a system route. System routes of the network, its peerings and its service endpoints come before BGP routes, even longer ones.',
    ...injected,
    citations: [cite(overview, 'How Azure selects a route')],
  },
  {
    id: 'route-service-tag',
    title: 'A route for a service tag',
    statement:
      'A user-defined route may name a service tag, in at most 25 routes of a table. If prefixes are equal, an address prefix comes first, then regional tags, other tags, AzureCloud of a region, and AzureCloud.',
    ...injected,
    citations: [cite(overview, 'Service Tags for user-defined routes')],
  },
  {
    id: 'route-service-endpoint',
    title: 'A service endpoint has routes of its own',
    statement:
      'A service endpoint gives the subnet a route for each prefix of the service, all longer than 0.0.0.0/0, so a default route does not apply to that traffic.',
    ...injected,
    citations: [cite(overview, '0.0.0.0/0 address prefix')],
  },
  {
    id: 'route-next-hop-none',
    title: 'Next hop None drops traffic',
    statement: 'Traffic to the prefix of a route with next hop None is dropped.',
    ...injected,
    citations: [cite(overview, 'User-defined')],
  },
];
