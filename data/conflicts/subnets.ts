/** Where documents disagree on the subnet: who may share it, how large it is, how long it stays locked. */

import type { Conflict } from '../model.ts';
import { said } from './define.ts';

const reassigning = 'Challenges in reassigning to the previous subnet';

export const subnetConflicts: readonly Conflict[] = [
  {
    id: 'shared-subnet',
    title: 'Other resources in the subnet',
    positions: [
      {
        statement: 'The subnet contains only API Management instances.',
        citations: [
          said('vnet-reference-2019-09-09', 'Limitations'),
          said('vnet-reference-2021-08-06', 'Prerequisites, v1 infrastructure'),
        ],
      },
      {
        statement:
          'On stv2 the subnet may contain other resources; only on stv1 it must be emptied before the deployment.',
        citations: [
          said('internal-mode-2023', 'Prerequisites'),
          said('internal-mode-2023', 'Troubleshooting'),
        ],
      },
      {
        statement: 'The subnet may contain other resources.',
        citations: [said('injection-resources-2025-04-17', 'Network resource requirements')],
      },
      {
        statement:
          'After a test from a virtual machine the subnet must be emptied before the deployment; the text names no platform.',
        citations: [said('internal-mode-2026-08-24', 'Unsuccessful initial deployment')],
      },
    ],
    appliedReading:
      'On stv2 other resources may share the subnet, and their addresses count in the size check; on stv1 it is for API Management only.',
    reason:
      'The page on resource requirements allows it explicitly; the advice to empty the subnet no longer has the condition of 2023.',
    touches: [
      { kind: 'SUBNET_RULE', id: 'subnet-shared-stv2' },
      { kind: 'SUBNET_RULE', id: 'subnet-dedicated-stv1' },
      { kind: 'NETWORK_FACT', id: 'first-deployment-test' },
      { kind: 'NETWORK_FACT', id: 'first-deployment-test-machine' },
    ],
  },
  {
    id: 'premium-unit-limit',
    title: 'Units of Premium and the subnet for them',
    positions: [
      {
        statement:
          'Twelve units are the soft limit; more need a support ticket, and a /26 has room for them.',
        citations: [said('virtual-network-concepts-2023', 'Examples')],
      },
      {
        statement: 'Up to 31 units are supported; near the limit a /26 or a /25 is recommended.',
        citations: [said('injection-resources-2025-04-17', 'Key points')],
      },
    ],
    appliedReading:
      'The limit is 31 units. Sizes follow from the arithmetic: a /26 has room for 29 units, so 30 and 31 need a /25.',
    reason:
      'The newer page names the limit, and the table on the same page gives 29 units for a /26.',
    touches: [
      { kind: 'TIER', id: 'PREMIUM' },
      { kind: 'SUBNET_RULE', id: 'subnet-two-addresses-per-unit' },
    ],
  },
  {
    id: 'external-load-balancer-address',
    title: 'An address for the external load balancer',
    positions: [
      {
        statement:
          'Every instance needs one more address for the external load balancer, in addition to the one for the internal load balancer.',
        citations: [said('vnet-reference-2019-09-09', 'Subnet size requirement')],
      },
      {
        statement: 'Only the internal load balancer needs an address.',
        citations: [
          said('virtual-network-concepts-2023', 'Subnet size'),
          said('injection-resources-2025-04-17', 'Subnet size'),
        ],
      },
    ],
    appliedReading: 'The arithmetic counts no address for the external load balancer.',
    reason:
      'By the older count one Premium unit in internal mode needs four addresses, but the same section puts it into a /29, which has three.',
    touches: [
      { kind: 'SUBNET_RULE', id: 'subnet-external-load-balancer-address' },
      { kind: 'SUBNET_RULE', id: 'subnet-internal-load-balancer-address' },
      { kind: 'SUBNET_RULE', id: 'subnet-minimum-size' },
    ],
  },
  {
    id: 'network-lock-duration',
    title: 'How long a network stays locked',
    positions: [
      {
        statement:
          'Up to six hours with API version 2018-01-01 or earlier; not at all with 2019-01-01 or later.',
        citations: [
          said('vnet-reference-2019-09-09', 'Enable VNET connectivity using the Azure portal'),
        ],
      },
      {
        statement:
          'Up to six hours; four to six after the removal of a lock on the resource group.',
        citations: [said('internal-mode-2023', reassigning)],
      },
      {
        statement: 'Up to one hour; four to six after the removal of a lock on the resource group.',
        citations: [said('internal-mode-2026-08-24', reassigning)],
      },
    ],
    appliedReading:
      'Up to one hour; four to six after the removal of a lock on the resource group.',
    reason:
      'This is the text of 2026-08-24. The figure has come down with the platforms; plan with more.',
    touches: [
      { kind: 'NETWORK_FACT', id: 'network-lock-2019-old-api' },
      { kind: 'NETWORK_FACT', id: 'network-lock-2019-new-api' },
      { kind: 'NETWORK_FACT', id: 'network-lock-2023' },
      { kind: 'NETWORK_FACT', id: 'network-lock' },
      { kind: 'NETWORK_FACT', id: 'network-lock-resource-group' },
    ],
  },
];
