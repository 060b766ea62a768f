/** What a peering adds to a virtual network, and what it needs, from the pages on peering and on routing. */

import { citeOn } from '../cite.ts';
import type { NetworkFact } from '../model.ts';
import { injected } from './define.ts';

const cite = citeOn('2026-11-29');
const page = 'manage-peering-2022-11-14';
const settings = 'Create a peering';
const routing = 'traffic-routing-2023-05-27';

export const peeringFacts: readonly NetworkFact[] = [
  {
    id: 'peering-in-virtual-network-tag',
    title: 'VirtualNetwork contains peered networks',
    statement:
      'The service tag VirtualNetwork contains the address space of a peered network while the peering allows traffic to it. Blocking it takes the space out of the tag and does no more: rules that name the addresses still let traffic pass.',
    ...injected,
    citations: [cite(page, `${settings}: traffic to remote virtual network`)],
  },
  {
    id: 'peering-routes',
    title: 'A peering adds a route for each range of the other network',
    statement:
      'Azure adds a route for each address range of a peered network. It comes before routes learned over BGP, even longer ones; a user-defined route with the same or a longer prefix replaces it.',
    ...injected,
    citations: [
      cite(routing, 'Optional default routes'),
      cite(routing, 'How Azure selects a route'),
    ],
  },
  {
    id: 'peering-both-sides',
    title: 'A peering needs both sides',
    statement:
      'Each of two networks needs a peering with the other one. The first is Initiated until the second exists, and no connection is established before both are Connected.',
    ...injected,
    citations: [cite(page, 'Requirements and constraints')],
  },
  {
    id: 'peering-no-overlap',
    title: 'Networks with overlapping addresses cannot be peered',
    statement: 'Azure does not peer virtual networks whose address spaces overlap.',
    ...injected,
    citations: [
      cite(page, `${settings}: virtual network`),
      cite(page, 'Requirements and constraints'),
    ],
  },
  {
    id: 'peering-forwarded-traffic',
    title: 'Forwarded traffic enters only where the peering allows it',
    statement:
      'Traffic that an appliance in a peered network forwards, and that does not originate there, enters if the peering allows forwarded traffic. The page does not say whether replies to connections of this network are an exception.',
    ...injected,
    citations: [
      cite(page, `${settings}: traffic forwarded from remote virtual network`),
      cite(page, `${settings}: replies`, 'INFERRED'),
    ],
  },
  {
    id: 'peering-remote-gateway',
    title: 'A peering may use the gateway of the other network',
    statement:
      'A peering with remote gateways makes the network use the gateway or route server of the other one, so routes that this learns, a default route among them, reach its subnets.',
    ...injected,
    citations: [
      cite(page, `${settings}: virtual network gateway or Route Server`),
      cite(routing, 'Border gateway protocol: a default route through a peering', 'INFERRED'),
    ],
  },
  {
    id: 'gateway-routes-kept-out',
    title: 'A route table can keep gateway routes out',
    statement:
      'A property of the route table turns the propagation of gateway routes off for its subnets; routes learned over BGP are then not added to them.',
    ...injected,
    citations: [cite(routing, 'Border gateway protocol')],
  },
  {
    id: 'next-hop-direct',
    title: 'A next hop must be reached directly',
    statement:
      'The address of a next hop must be reached directly, in the network or a peered one, not through an ExpressRoute gateway or Virtual WAN; otherwise the route is not valid.',
    ...injected,
    citations: [
      cite(routing, 'User-defined'),
      cite(routing, 'User-defined: a peering that is not connected', 'INFERRED'),
    ],
  },
];
