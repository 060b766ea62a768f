/** Traffic within the virtual network that synchronizes rate limits, from the port tables of the network reference. */

import { asBefore, portRule, referenceTiers, stated } from './define.ts';

export const rateLimitCounters = portRule({
  id: 'rate-limit-counters',
  title: 'Rate limit counters',
  consequence:
    'The machines of the instance do not synchronize the counters of rate limit policies.',
  feature: 'RATE_LIMIT_COUNTERS',
  remarks: [
    {
      text: 'The protocol is UDP: a rule for TCP does not allow it. The default rules for the virtual network do, unless a rule denies all inbound or outbound traffic.',
    },
  ],
  tiers: referenceTiers,
  statements: [
    stated('2021-08-06', {
      platforms: ['STV1', 'STV2'],
      directions: ['INBOUND', 'OUTBOUND'],
      protocol: 'UDP',
      source: 'VirtualNetwork',
      destination: 'VirtualNetwork',
      destinationPorts: ['4290'],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The machines synchronize the counters of rate limit policies.',
    }),
    asBefore('2023-01-06', { necessity: 'OPTIONAL' }),
    asBefore('2025-06-17', { platforms: ['STV2'] }),
  ],
});
