/** Traffic within the virtual network to external and internal caches, from the port tables of the network reference. */

import { asBefore, portRule, referenceTiers, stated } from './define.ts';

export const externalCache = portRule({
  id: 'external-cache',
  title: 'External cache',
  consequence: 'Caching policies cannot use the external Redis cache.',
  feature: 'EXTERNAL_CACHE',
  remarks: [
    {
      text: 'Port 6380 is that of Azure Cache for Redis; Azure Managed Redis listens on 10000.',
      until: '2025-06-17',
    },
    {
      text: 'Port 10000 is that of Azure Managed Redis; Azure Cache for Redis listens on 6380. The first text of this date prints 1000; the second corrects it.',
      since: '2026-04-30',
    },
    {
      text: 'This edition writes the destination as Virtual Network, with a space, which a security rule does not accept.',
      since: '2025-06-17',
    },
  ],
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
    asBefore('2025-06-17', { platforms: ['STV2'] }),
    asBefore('2026-04-30', {
      destinationPorts: ['10000'],
      purpose: 'Caching policies share an external Azure Managed Redis.',
      confidence: 'DISPUTED',
    }),
  ],
});

export const internalCache = portRule({
  id: 'internal-cache',
  title: 'Internal cache',
  consequence:
    'The machines of the instance cannot share the internal cache that caching policies use.',
  feature: 'INTERNAL_CACHE',
  remarks: [
    {
      text: 'The default rules for the virtual network allow this traffic; a rule that denies all inbound or outbound traffic blocks it.',
    },
  ],
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
    asBefore('2021-08-06', {
      platforms: ['STV1', 'STV2'],
      purpose: 'Caching policies share the Redis cache of the machines.',
    }),
    asBefore('2023-01-06', {
      necessity: 'OPTIONAL',
      purpose: 'Caching policies share the internal Redis cache of the machines.',
    }),
    asBefore('2025-06-17', { platforms: ['STV2'] }),
    asBefore('2026-04-30', {
      purpose: 'Caching policies share the internal cache of the machines.',
    }),
  ],
});
