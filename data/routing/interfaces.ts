/** Security groups of network interfaces beside those of subnets, from the page on how groups filter traffic. */

import { citeOn } from '../cite.ts';
import type { NetworkFact } from '../model.ts';
import { injected } from './define.ts';

const cite = citeOn('2026-11-29');
const page = 'nsg-how-it-works-2020-08-24';

export const interfaceFacts: readonly NetworkFact[] = [
  {
    id: 'interface-and-subnet-groups',
    title: 'The groups of a subnet and of a network interface must both allow',
    statement:
      'Inbound traffic to a virtual machine comes to the security group of the subnet first and then to that of the network interface; outbound traffic the other way round. It passes where both allow it; a side without a group filters nothing.',
    ...injected,
    citations: [cite(page, 'Inbound traffic'), cite(page, 'Outbound traffic')],
  },
  {
    id: 'no-interface-of-an-instance',
    title: 'An instance has no network interface of yours',
    statement:
      'A security group is attached to the subnet of an instance; the interfaces of its machines are not resources of your subscription, so a group of an interface acts on other machines only.',
    ...injected,
    citations: [
      cite('internal-mode-2026-08-24', 'Prerequisites', 'INFERRED'),
      cite(page, 'Inbound traffic: an instance', 'INFERRED'),
    ],
  },
];
