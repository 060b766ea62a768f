/** What an injected Developer or Premium instance needs from its subnet, from the network-resource pages by edition. */

import { cite } from '../cite.ts';
import type { SubnetRule } from '../model.ts';

const injected = {
  tiers: ['DEVELOPER', 'PREMIUM'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
  platforms: ['STV1', 'STV2'],
} as const;

const resources = (section: string) => cite('injection-resources-2025-04-17', section);
const concepts = (section: string) => cite('virtual-network-concepts-2023', section);

export const injectionSubnetRules: readonly SubnetRule[] = [
  {
    id: 'subnet-minimum-size',
    title: 'At least /29',
    ...injected,
    requirement: 'The subnet is /29 or larger.',
    consequence:
      'A smaller subnet has no room for one Premium unit and the internal load balancer.',
    citations: [resources('Subnet size'), concepts('Subnet size')],
  },
  {
    id: 'subnet-azure-reserved-addresses',
    title: 'Azure reserves five addresses',
    ...injected,
    requirement:
      'Azure reserves five addresses of every subnet: the first, the last and three more.',
    consequence: 'Plans that count every address run out before the last unit.',
    citations: [resources('Subnet size'), concepts('Subnet size')],
  },
  {
    id: 'subnet-two-addresses-per-unit',
    title: 'Two addresses a unit',
    ...injected,
    tiers: ['PREMIUM'],
    requirement:
      'The subnet has two free addresses for every Premium unit, including units added later: in internal mode /29 has room for 1 unit, /28 for 5, /27 for 13 and /26 for 29.',
    consequence: 'Scaling out fails once the subnet is full.',
    citations: [resources('Subnet size'), concepts('Subnet size')],
  },
  {
    id: 'subnet-one-address-developer',
    title: 'One address for Developer',
    ...injected,
    tiers: ['DEVELOPER'],
    requirement: 'The subnet has one free address for a Developer instance.',
    consequence: 'The deployment fails in a full subnet.',
    citations: [resources('Subnet size'), concepts('Subnet size')],
  },
  {
    id: 'subnet-internal-load-balancer-address',
    title: 'One address for the internal load balancer',
    ...injected,
    virtualNetworkTypes: ['INTERNAL'],
    requirement:
      'The subnet has one more free address for the internal load balancer of the instance.',
    consequence: 'The instance gets no private address.',
    citations: [resources('Subnet size'), concepts('Subnet size')],
  },
  {
    id: 'subnet-external-load-balancer-address',
    title: 'One address for the external load balancer, as counted until 2021',
    ...injected,
    platforms: ['STV1'],
    requirement:
      'The subnet has one more free address for the external load balancer of the instance.',
    consequence:
      'By this count an internal Premium unit needs four addresses and /29 has three; later editions drop it.',
    since: '2019-09-09',
    until: '2021-08-06',
    citations: [
      cite('vnet-reference-2019-09-09', 'Subnet size requirement', 'DISPUTED'),
      cite('vnet-reference-2021-08-06', 'Subnet size requirement', 'DISPUTED'),
    ],
  },
  {
    id: 'subnet-no-delegation',
    title: 'No delegation',
    ...injected,
    requirement: 'The subnet is delegated to no service.',
    consequence: 'The deployment fails, with a delegation to Microsoft.ApiManagement too.',
    citations: [
      resources('Network resource requirements'),
      concepts('Network resource requirements for injection'),
    ],
  },
  {
    id: 'subnet-dedicated-stv1',
    title: 'Dedicated to API Management on stv1',
    ...injected,
    platforms: ['STV1'],
    requirement: 'The subnet contains API Management instances and nothing else.',
    consequence: 'The deployment fails in a subnet that contains other resources.',
    since: '2019-09-09',
    until: '2023-01-01',
    citations: [
      cite('vnet-reference-2019-09-09', 'Limitations'),
      cite('internal-mode-2023', 'Troubleshooting'),
    ],
  },
  {
    id: 'subnet-shared-stv2',
    title: 'May be shared on stv2',
    ...injected,
    platforms: ['STV2'],
    requirement:
      'The subnet may contain other kinds of resources, such as a virtual machine, and other instances.',
    consequence:
      'Their addresses are not available for scaling out. The troubleshooting text of 2026-08-24 asks to empty the subnet before the first deployment, and names no platform.',
    citations: [
      cite('injection-resources-2025-04-17', 'Network resource requirements', 'DISPUTED'),
      cite('injection-resources-2025-04-17', 'Subnet size: several instances', 'INFERRED'),
      cite('internal-mode-2026-08-24', 'Unsuccessful initial deployment', 'DISPUTED'),
      concepts('Network resource requirements for injection'),
    ],
  },
  {
    id: 'subnet-network-security-group',
    title: 'Network security group attached',
    ...injected,
    platforms: ['STV2'],
    requirement: 'A network security group is attached to the subnet.',
    consequence: 'The load balancer of the instance rejects all inbound traffic.',
    citations: [
      resources('Network resource requirements'),
      cite('vnet-reference-2026-04-30', 'Required ports'),
    ],
  },
  {
    id: 'subnet-same-region-and-subscription',
    title: 'Same region and subscription',
    ...injected,
    requirement:
      'The virtual network and subnet are in the region and subscription of the instance.',
    consequence: 'The subnet cannot be chosen for that location.',
    citations: [
      resources('Network resource requirements'),
      concepts('Network resource requirements for injection'),
    ],
  },
  {
    id: 'subnet-per-location',
    title: 'A subnet for each location',
    ...injected,
    tiers: ['PREMIUM'],
    requirement: 'With several regions, every location has a subnet in a network of that region.',
    consequence: 'A location without its own network resources cannot be injected.',
    citations: [
      resources('Network resource requirements'),
      concepts('Network resource requirements for injection'),
    ],
  },
  {
    id: 'subnet-no-move-across-subscriptions',
    title: 'No move to another subscription',
    ...injected,
    requirement: 'A subnet that contains an instance stays in its subscription.',
    consequence: 'Moving the network to another subscription is refused.',
    citations: [
      resources('Limitations'),
      concepts('Limitations'),
      cite('vnet-reference-2019-09-09', 'Limitations'),
    ],
  },
  {
    id: 'subnet-dynamic-private-addresses',
    title: 'Private addresses are dynamic',
    ...injected,
    requirement:
      'Nothing relies on a private address before it is read from the deployed instance.',
    consequence:
      'Units and load balancer get any free address, and another one after they leave the subnet and return.',
    citations: [resources('Subnet size'), concepts('Subnet size')],
  },
];
