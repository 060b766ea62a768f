/** What goes wrong with the subnet of an instance. */

import type { Symptom } from '../model.ts';
import { cite, fact, injectionResources, subnetRule, tier } from './define.ts';

export const subnetSymptoms: readonly Symptom[] = [
  {
    id: 'subnet-refused',
    title: 'The subnet is refused',
    texts: [
      'The subnet is delegated',
      'Subnet delegation is not allowed',
      'Network security group is required on the subnet',
      'The subnet cannot be selected in the portal',
    ],
    causes: [
      {
        text: 'A classic instance takes a subnet without delegation; this one is delegated.',
        tellApart: 'The subnet shows a delegation, to Microsoft.ApiManagement for example.',
        remedy: 'Set "Delegate subnet to a service" to None.',
        facts: [subnetRule('subnet-no-delegation')],
        checks: ['delegation-present'],
        citations: [injectionResources],
      },
      {
        text: 'A v2 instance or workspace gateway needs a delegation: Microsoft.Web/serverFarms for integration, Microsoft.Web/hostingEnvironments for injection.',
        tellApart: 'The tier is Standard v2 or Premium v2, or the resource is a workspace gateway.',
        remedy: 'Delegate the subnet as the mode asks, and register Microsoft.Web first.',
        facts: [
          subnetRule('v2-subnet-delegation-server-farms'),
          subnetRule('v2-subnet-delegation-hosting-environments'),
          fact('v2-resource-provider-registered'),
          fact('workspace-gateway-resource-provider'),
        ],
        checks: ['delegation-mismatch'],
        citations: [
          cite('inject-vnet-v2-2025-10-08', 'Subnet delegation'),
          cite('v2-delegation-2025-12-04', 'Note on the resource provider'),
        ],
      },
      {
        text: 'The virtual network is in another region or subscription than the instance.',
        tellApart: 'The portal does not list the network for that location.',
        remedy: 'Use a network in the region of the location and in the same subscription.',
        facts: [subnetRule('subnet-same-region-and-subscription')],
        checks: ['network-in-other-region'],
        citations: [injectionResources],
      },
      {
        text: 'The subnet has no network security group.',
        tellApart: 'The subnet shows no security group.',
        remedy: 'Attach one with the required rules before you deploy.',
        facts: [subnetRule('subnet-network-security-group')],
        checks: ['nsg-missing'],
        citations: [injectionResources],
      },
    ],
  },
  {
    id: 'scaling-fails',
    title: 'Scaling out fails',
    texts: [
      'Not enough addresses in the subnet',
      'Subnet is full',
      'SubnetIsFull',
      'Cannot add a unit',
      'Scale out fails',
    ],
    causes: [
      {
        text: 'The subnet has no addresses left: a Premium unit takes two, and Azure keeps five.',
        tellApart: 'The subnet calculator shows fewer free addresses than the units need.',
        remedy: 'Move the instance to a larger subnet; its addresses change with that.',
        facts: [
          subnetRule('subnet-two-addresses-per-unit'),
          subnetRule('subnet-azure-reserved-addresses'),
        ],
        checks: ['subnet-too-small', 'subnet-without-room-to-scale'],
        citations: [cite('injection-resources-2025-04-17', 'Subnet size')],
      },
      {
        text: 'Another update of the instance is still running.',
        tellApart: 'The instance shows the state Updating.',
        remedy: 'Wait until it ends; an update takes 15 minutes or longer.',
        facts: [fact('update-blocks-other-changes'), fact('update-duration')],
        checks: [],
        citations: [cite('service-update-behavior-2026-04-09', 'Service update behavior')],
      },
      {
        text: 'The tier has reached its limit of units.',
        tellApart: 'Compare the number of units with the page of the tier.',
        remedy: 'Choose another tier, or add a region in the Premium tier.',
        facts: [tier('PREMIUM'), tier('PREMIUM_V2')],
        checks: ['units-out-of-range'],
        citations: [
          cite('injection-resources-2025-04-17', 'Key points'),
          cite('v2-tiers-overview-2026-04-21', 'Key capabilities'),
        ],
      },
    ],
  },
  {
    id: 'subnet-locked',
    title: 'The old subnet cannot be deleted or used again',
    texts: [
      'InUseSubnetCannotBeDeleted',
      'Subnet is in use and cannot be deleted',
      'The virtual network is locked after the instance left it',
    ],
    causes: [
      {
        text: 'The virtual network stays locked for up to one hour after the instance has left.',
        tellApart: 'The instance left less than an hour ago.',
        remedy: 'Wait an hour and try again.',
        facts: [fact('network-lock')],
        checks: [],
        citations: [
          cite('internal-mode-2026-08-24', 'Challenges in reassigning to the previous subnet'),
        ],
      },
      {
        text: 'A lock on the resource group, or above it, keeps the link of the subnet.',
        tellApart: 'The resource group or the subscription has a lock.',
        remedy: 'Remove the lock and allow about four to six hours.',
        facts: [fact('network-lock-resource-group')],
        checks: [],
        citations: [
          cite('internal-mode-2026-08-24', 'Challenges in reassigning to the previous subnet'),
        ],
      },
    ],
  },
];
