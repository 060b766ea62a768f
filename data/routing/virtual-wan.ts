/** Default routes that hubs of Virtual WAN give to connected networks, from the pages on hub routing. */

import { citeOn } from '../cite.ts';
import type { NetworkFact } from '../model.ts';
import { injected } from './define.ts';

const cite = citeOn('2026-11-29');
const intent = 'virtual-wan-routing-intent-2025-08-01';
const internet = 'virtual-wan-internet-2025-03-26';
const hub = 'virtual-hub-routing-2024-12-10';

export const virtualWanFacts: readonly NetworkFact[] = [
  {
    id: 'hub-default-route',
    title: 'A hub of Virtual WAN gives a default route to connected networks',
    statement:
      'A hub with a routing policy for Internet traffic announces 0.0.0.0/0 to the networks that are connected with it, unless enableInternetSecurity of the connection is false. The traffic then goes to the firewall or appliance that the policy names.',
    ...injected,
    citations: [
      cite(intent, 'Background: internet traffic routing policy'),
      cite(intent, 'Internet routing policy'),
    ],
  },
  {
    id: 'hub-static-default-route',
    title: 'A static default route of a hub',
    statement:
      'Without routing intent a static route for 0.0.0.0/0 in the route table of the connection does the same; a connection that names no table has the default one. Static routes come before learned ones.',
    ...injected,
    citations: [cite(hub, 'Association'), cite(hub, 'Configuring static routes', 'INFERRED')],
  },
  {
    id: 'hub-direct-or-forced',
    title: 'Where traffic goes behind the firewall of a hub',
    statement:
      'The firewall of a hub sends traffic straight to the Internet where routing intent has a policy for Internet traffic, or where the hub has no routing intent. With a policy for private traffic alone it sends it on to another default route, such as that of a branch.',
    ...injected,
    citations: [cite(internet, 'Background'), cite(internet, 'Virtual WAN routing configuration')],
  },
  {
    id: 'hub-default-route-local',
    title: 'The default route of a hub stays with its own networks',
    statement:
      'A hub does not pass 0.0.0.0/0 on to other hubs, so a network depends on the hub that it is connected with.',
    ...injected,
    citations: [cite(hub, 'Additional considerations'), cite(intent, 'Internet routing policy')],
  },
  {
    id: 'hub-routes-kept-out',
    title: 'A subnet may keep the default route of a hub out',
    statement:
      'A subnet learns what a hub announces only where its table propagates gateway routes; an own entry for 0.0.0.0/0 comes before that of the hub.',
    ...injected,
    citations: [
      cite(intent, 'Considerations'),
      cite('traffic-routing-2023-05-27', 'How Azure selects a route'),
    ],
  },
];
