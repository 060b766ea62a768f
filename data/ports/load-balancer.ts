/** Probes of Azure's load balancer, from the port tables and the load balancer section of the network reference. */

import { cite } from '../cite.ts';
import type { PortRule } from '../model.ts';
import { minimalRules2023, referenceTiers, stated } from './define.ts';

export const loadBalancer: PortRule = {
  id: 'load-balancer',
  title: 'Load balancer probe',
  consequence:
    'The health probe of the load balancer fails; on Premium that cuts off all inbound traffic to the control plane and the data plane.',
  remark:
    'The tag AzureLoadBalancer stands for the probes only, not for clients behind the load balancer. In 2021 the row takes every port. The tables since 2023 require it of everyone, while the section on the load balancer exempts the Developer tier, which has a single unit.',
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
    stated(
      '2023-01-06',
      {
        platforms: ['STV2'],
        directions: ['INBOUND'],
        protocol: 'TCP',
        source: 'AzureLoadBalancer',
        destination: 'VirtualNetwork',
        destinationPorts: ['6390'],
        necessity: 'REQUIRED',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The load balancer in front of the instance probes its units.',
      },
      cite('vnet-reference-2023-01-06', 'Azure load balancer', 'DISPUTED'),
      minimalRules2023,
    ),
    stated(
      '2023-11-29',
      {
        platforms: ['STV2'],
        directions: ['INBOUND'],
        protocol: 'TCP',
        source: 'AzureLoadBalancer',
        destination: 'VirtualNetwork',
        destinationPorts: ['6390'],
        necessity: 'REQUIRED',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The load balancer in front of the instance probes its units.',
      },
      cite('vnet-reference-2023-11-29', 'Azure load balancer', 'DISPUTED'),
    ),
    stated(
      '2025-06-17',
      {
        platforms: ['STV2'],
        directions: ['INBOUND'],
        protocol: 'TCP',
        source: 'AzureLoadBalancer',
        destination: 'VirtualNetwork',
        destinationPorts: ['6390'],
        necessity: 'REQUIRED',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The load balancer in front of the instance probes its units.',
      },
      cite('vnet-reference-2025-06-17', 'Azure load balancer', 'DISPUTED'),
    ),
    stated(
      '2026-04-30',
      {
        platforms: ['STV2'],
        directions: ['INBOUND'],
        protocol: 'TCP',
        source: 'AzureLoadBalancer',
        destination: 'VirtualNetwork',
        destinationPorts: ['6390'],
        necessity: 'REQUIRED',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The load balancer in front of the instance probes its units.',
      },
      cite('vnet-reference-2026-04-30', 'Azure load balancer', 'DISPUTED'),
    ),
  ],
};

export const loadBalancerStv1: PortRule = {
  id: 'load-balancer-stv1',
  title: 'Load balancer probe (stv1)',
  consequence:
    'The health probe of the load balancer fails; on Premium that cuts off all inbound traffic to the control plane and the data plane.',
  remark:
    'stv1 takes every port, stv2 since 2023 only 6390. The tag AzureLoadBalancer stands for the probes only, not for clients behind the load balancer.',
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
    stated(
      '2021-08-06',
      {
        platforms: ['STV1'],
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
    stated(
      '2023-01-06',
      {
        platforms: ['STV1'],
        directions: ['INBOUND'],
        protocol: 'TCP',
        source: 'AzureLoadBalancer',
        destination: 'VirtualNetwork',
        destinationPorts: ['*'],
        necessity: 'CONDITIONAL',
        requiredWhen: { text: 'the instance is in the Premium tier', tiers: ['PREMIUM'] },
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The load balancer in front of the instance probes its units.',
      },
      cite('vnet-reference-2023-01-06', 'Azure load balancer'),
    ),
    stated(
      '2023-11-29',
      {
        platforms: ['STV1'],
        directions: ['INBOUND'],
        protocol: 'TCP',
        source: 'AzureLoadBalancer',
        destination: 'VirtualNetwork',
        destinationPorts: ['*'],
        necessity: 'CONDITIONAL',
        requiredWhen: { text: 'the instance is in the Premium tier', tiers: ['PREMIUM'] },
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The load balancer in front of the instance probes its units.',
      },
      cite('vnet-reference-2023-11-29', 'Azure load balancer'),
    ),
  ],
};

export const machineHealthProbe: PortRule = {
  id: 'machine-health-probe',
  title: 'Machine health probe',
  consequence: 'The health of single machines is not monitored.',
  feature: 'MACHINE_HEALTH_PROBE',
  remark:
    'The editions of 2025 and 2026 print tag and port in one cell, VirtualNetwork 6391, which a security rule refuses when copied.',
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
    stated('2025-06-17', {
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
    stated('2026-04-30', {
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
};
