/** Probes of Azure's load balancer, from the port tables and the load balancer section of the network reference. */

import { cite } from '../cite.ts';
import { asBefore, minimalRules2023, portRule, referenceTiers, stated } from './define.ts';

export const loadBalancer = portRule({
  id: 'load-balancer',
  title: 'Load balancer probe',
  consequence:
    'The health probe of the load balancer fails; on Premium that cuts off all inbound traffic to the control plane and the data plane.',
  remarks: [
    {
      text: 'The tag AzureLoadBalancer means the probes only, not clients that come through the load balancer.',
    },
    { text: 'The row has every port.', until: '2021-08-06' },
    {
      text: 'The table requires the row in every tier, but the section on the load balancer exempts the Developer tier, which has a single unit.',
      since: '2023-01-06',
    },
  ],
  tiers: referenceTiers,
  statements: [
    stated(
      '2021-08-06',
      {
        platforms: ['STV2'],
        directions: ['INBOUND'],
        protocol: 'TCP',
        source: 'AzureLoadBalancer',
        destination: 'VirtualNetwork',
        destinationPorts: ['*'],
        necessity: 'RECOMMENDED',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The load balancer in front of the instance probes its units.',
      },
      cite('vnet-reference-2021-08-06', 'Azure load balancer', 'DISPUTED'),
    ),
    asBefore(
      '2023-01-06',
      { destinationPorts: ['6390'], necessity: 'REQUIRED' },
      cite('vnet-reference-2023-01-06', 'Azure load balancer', 'DISPUTED'),
      minimalRules2023,
    ),
    asBefore(
      '2023-11-29',
      {},
      cite('vnet-reference-2023-11-29', 'Azure load balancer', 'DISPUTED'),
    ),
    asBefore(
      '2025-06-17',
      {},
      cite('vnet-reference-2025-06-17', 'Azure load balancer', 'DISPUTED'),
    ),
    asBefore(
      '2026-04-30',
      {},
      cite('vnet-reference-2026-04-30', 'Azure load balancer', 'DISPUTED'),
    ),
  ],
});

export const loadBalancerStv1 = portRule({
  id: 'load-balancer-stv1',
  title: 'Load balancer probe (stv1)',
  consequence:
    'The health probe of the load balancer fails; on Premium that cuts off all inbound traffic to the control plane and the data plane.',
  remarks: [
    {
      text: 'The tag AzureLoadBalancer means the probes only, not clients that come through the load balancer.',
    },
    { text: 'On stv1 the row has every port, on stv2 only 6390.', since: '2023-01-06' },
  ],
  tiers: referenceTiers,
  statements: [
    stated('2019-09-09', {
      platforms: ['STV1'],
      directions: ['INBOUND'],
      protocol: 'TCP',
      source: 'AzureLoadBalancer',
      destination: 'VirtualNetwork',
      destinationPorts: ['*'],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The load balancer in front of the instance probes its units.',
    }),
    asBefore(
      '2021-08-06',
      {},
      cite('vnet-reference-2021-08-06', 'Azure load balancer', 'DISPUTED'),
    ),
    asBefore(
      '2023-01-06',
      {
        necessity: 'CONDITIONAL',
        requiredWhen: { text: 'the instance is in the Premium tier', tiers: ['PREMIUM'] },
      },
      cite('vnet-reference-2023-01-06', 'Azure load balancer'),
    ),
    asBefore('2023-11-29', {}, cite('vnet-reference-2023-11-29', 'Azure load balancer')),
  ],
});

export const machineHealthProbe = portRule({
  id: 'machine-health-probe',
  title: 'Machine health probe',
  consequence: 'Azure does not monitor the health of single machines.',
  feature: 'MACHINE_HEALTH_PROBE',
  remarks: [
    {
      text: 'This edition prints tag and port in one cell, VirtualNetwork 6391. A security rule does not accept that text as a tag.',
      since: '2025-06-17',
    },
  ],
  tiers: referenceTiers,
  statements: [
    stated('2023-11-29', {
      platforms: ['STV2'],
      directions: ['INBOUND'],
      protocol: 'TCP',
      source: 'AzureLoadBalancer',
      destination: 'VirtualNetwork',
      destinationPorts: ['6391'],
      necessity: 'OPTIONAL',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'Azure watches the health of each machine.',
    }),
  ],
});
