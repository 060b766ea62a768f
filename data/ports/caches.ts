/** Traffic within the virtual network to external and internal caches, from the port tables of the network reference. */

import { cite } from '../cite.ts';
import type { PortRule } from '../model.ts';
import { referenceTiers, stated } from './define.ts';

export const externalCache: PortRule = {
  id: 'external-cache',
  title: 'External cache',
  consequence: 'Caching policies cannot use the external Redis cache.',
  feature: 'EXTERNAL_CACHE',
  remark:
    'The port follows the product: 6380 for Azure Cache for Redis, 10000 for Azure Managed Redis. Another text with the date of the newest edition prints 1000, a slip that has been corrected. The newest edition writes the destination as Virtual Network, with a space, which a security rule refuses.',
  tiers: referenceTiers,
  statements: [
    stated('2023-01-06', {
      platforms: ['STV1', 'STV2'],
      directions: ['INBOUND', 'OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'VirtualNetwork',
      destinationPorts: ['6380'],
      necessity: 'OPTIONAL',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'Caching policies share an external Azure Cache for Redis.',
    }),
    {
      ...stated('2026-04-30', {
        platforms: ['STV2'],
        directions: ['INBOUND', 'OUTBOUND'],
        protocol: 'TCP',
        source: 'VirtualNetwork',
        destination: 'VirtualNetwork',
        destinationPorts: ['10000'],
        necessity: 'OPTIONAL',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'Caching policies share an external Azure Managed Redis.',
      }),
      citations: [cite('vnet-reference-2026-04-30', 'Required ports', 'DISPUTED')],
    },
  ],
};

export const internalCache: PortRule = {
  id: 'internal-cache',
  title: 'Internal cache',
  consequence: 'The machines of the instance cannot share the internal cache of caching policies.',
  feature: 'INTERNAL_CACHE',
  remark:
    'The default rules for the virtual network admit this traffic; a rule that denies all inbound or outbound traffic takes it away.',
  tiers: referenceTiers,
  statements: [
    stated('2019-09-09', {
      platforms: ['STV1'],
      directions: ['INBOUND', 'OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'VirtualNetwork',
      destinationPorts: ['6381-6383'],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'Role instances reach the Redis instances that they share.',
    }),
    stated('2023-01-06', {
      platforms: ['STV1', 'STV2'],
      directions: ['INBOUND', 'OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'VirtualNetwork',
      destinationPorts: ['6381-6383'],
      necessity: 'OPTIONAL',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'Caching policies share the internal Redis cache of the machines.',
    }),
    stated('2026-04-30', {
      platforms: ['STV2'],
      directions: ['INBOUND', 'OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'VirtualNetwork',
      destinationPorts: ['6381-6383'],
      necessity: 'OPTIONAL',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'Caching policies share the internal cache of the machines.',
    }),
  ],
};
