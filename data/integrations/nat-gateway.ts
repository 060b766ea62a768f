/** A NAT gateway on the subnet of an instance and the address that backends then see, from the NAT gateway page and the resource definition. */

import type { NetworkFact } from '../model.ts';
import { cite, injected } from './define.ts';

const onPremium = { ...injected, tiers: ['PREMIUM'] } as const;
const resource = (property: string) => cite('service-api-2024-05-01', property);

export const natGateway: readonly NetworkFact[] = [
  {
    id: 'nat-gateway-internet-traffic',
    title: 'NAT gateway: internet traffic of the subnet',
    statement:
      'A NAT gateway on a subnet becomes the next hop of its traffic to the internet, which then comes from the static addresses of the NAT gateway. It allows no inbound connections and needs no route.',
    ...injected,
    citations: [
      cite('nat-gateway-2025-11-04', 'Azure NAT Gateway architecture'),
      cite('nat-gateway-2025-11-04', 'Subnets'),
    ],
  },
  {
    id: 'nat-gateway-premium',
    title: 'NAT gateway: natGatewayState of the instance',
    statement:
      'A Premium instance on stv2 turns a NAT gateway on with natGatewayState, which is Disabled by default, and lists its addresses in outboundPublicIPAddresses; a further location has the same two properties.',
    ...onPremium,
    citations: [resource('natGatewayState'), resource('outboundPublicIPAddresses')],
  },
  {
    id: 'nat-gateway-outbound-address',
    title: 'NAT gateway: the address that public backends see',
    statement:
      'With a NAT gateway, public backends see an address of outboundPublicIPAddresses and not the public address of the instance. They stay when the instance gets another public address.',
    ...onPremium,
    citations: [
      cite('service-api-2024-05-01', 'outboundPublicIPAddresses', 'INFERRED'),
      cite('nat-gateway-2025-11-04', 'Static public IP addresses', 'INFERRED'),
    ],
  },
  {
    id: 'nat-gateway-stv1',
    title: 'NAT gateway: not on stv1',
    statement:
      'A NAT gateway does not work together with a Basic load balancer, which is what an instance on stv1 had.',
    ...injected,
    platforms: ['STV1'],
    since: '2025-11-04',
    until: '2025-11-04',
    citations: [
      cite('nat-gateway-2025-11-04', 'Limitations'),
      cite('nat-gateway-2025-11-04', 'Limitations: load balancer of stv1', 'INFERRED'),
    ],
  },
];
