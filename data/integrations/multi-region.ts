/** Host names and probes of the regions of one instance, from the multi-region pages. */

import type { NetworkFact } from '../model.ts';
import { cite } from './define.ts';

const premium = {
  tiers: ['PREMIUM'],
  virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
  platforms: ['STV2'],
} as const;

const concepts = cite('multi-region-concepts-2025-03-31', 'About multi-region deployment');
const networks = cite('multi-region-2022-07-25', 'Virtual networking');

export const multiRegion: readonly NetworkFact[] = [
  {
    id: 'regional-host-name',
    title: 'Host name of each region',
    statement:
      'The gateway of every region, including the primary one, responds on <name>-<region>-01.regional.azure-api.net.',
    ...premium,
    citations: [concepts],
  },
  {
    id: 'regional-host-name-internal',
    title: 'Host names of the regions in internal mode',
    statement:
      'For your own load balancing between internal regions, each regional host name resolves to the private address of its region, and a probe asks for /status-0123456789abcdef there.',
    ...premium,
    virtualNetworkTypes: ['INTERNAL'],
    citations: [
      cite('multi-region-2022-07-25', 'Use custom routing to API Management regional gateways'),
      networks,
      cite('multi-region-2022-07-25', 'Virtual networking: records of the regions', 'INFERRED'),
    ],
  },
  {
    id: 'primary-region-portal',
    title: 'Portal and management are in the primary region only',
    statement:
      'Further regions have gateways only. Management endpoint and developer portal run in the primary region and are unavailable while it is down; the other gateways keep serving.',
    ...premium,
    citations: [concepts],
  },
  {
    id: 'regional-networks-not-peered',
    title: 'Networks of the regions need no peering',
    statement:
      'Each region has its own network with the same rules; the networks need not be peered.',
    ...premium,
    virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
    citations: [networks],
  },
  {
    id: 'regional-counters',
    title: 'Rate limits count in each region by itself',
    statement:
      'The policies rate-limit and rate-limit-by-key count the calls of each region on their own and add nothing up.',
    ...premium,
    citations: [concepts],
  },
];
