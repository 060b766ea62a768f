/** Which clouds and regions offer which tiers: the table of v2 tiers and workspace gateways, and what the clouds do not have. */

import { citeOn } from './cite.ts';
import type { CloudAvailability, RegionAvailability, Tier } from './model.ts';

const cite = citeOn('2026-11-28');
const section = 'Supported regions for v2 tiers and workspace gateways';
const table = cite('region-availability-2026-05-08', section);
const laterTable = cite('region-availability-later-text', section);
const comparison = cite('tier-features-2025-11-11', 'Feature-based comparison');
const comparisonInChina = cite('tier-features-china', 'Feature-based comparison');

/** The letters of a row: B Basic v2, S Standard v2, P Premium v2, W workspace gateways. */
const tierByLetter: readonly (readonly [string, Tier])[] = [
  ['B', 'BASIC_V2'],
  ['S', 'STANDARD_V2'],
  ['P', 'PREMIUM_V2'],
];

function row(
  region: string,
  offered: string,
  paused = '',
  citations = [table],
): RegionAvailability {
  const tiersOf = (letters: string) =>
    tierByLetter.flatMap(([letter, tier]) => (letters.includes(letter) ? [tier] : []));
  return {
    region,
    tiers: tiersOf(offered),
    hasWorkspaceGateways: offered.includes('W'),
    pausedTiers: tiersOf(paused),
    citations,
  };
}

/** Regions of the newest table that is stored whole; pauses and Canada East are those of a later text without a date. */
export const regionAvailability: readonly RegionAvailability[] = [
  row('australiacentral', 'BS'),
  row('australiaeast', 'BSPW', 'P', [table, laterTable]),
  row('australiasoutheast', 'BS'),
  row('brazilsouth', 'BS'),
  row('canadacentral', 'BSP'),
  row('canadaeast', 'BS', '', [laterTable]),
  row('centralindia', 'BS'),
  row('centralus', 'BSP', 'P', [table, laterTable]),
  row('eastasia', 'BSW'),
  row('eastus', 'BS'),
  row('eastus2', 'BSPW', 'P', [table, laterTable]),
  row('francecentral', 'BSW'),
  row('germanywestcentral', 'BSPW'),
  row('italynorth', 'BS'),
  row('japaneast', 'BSW'),
  row('koreacentral', 'BSP'),
  row('northcentralus', 'BSW'),
  row('northeurope', 'BSW'),
  row('norwayeast', 'BSPW'),
  row('southafricanorth', 'BS'),
  row('southcentralus', 'BS'),
  row('southindia', 'BS'),
  row('swedencentral', 'BSP'),
  row('switzerlandnorth', 'BS'),
  row('uaenorth', 'BS'),
  row('uksouth', 'BSPW', 'BSP'),
  row('ukwest', 'BS'),
  row('westeurope', 'BSW'),
  row('westus', 'BSW'),
  row('westus2', 'BS'),
  row('westus3', 'S'),
];

const v2Tiers: readonly Tier[] = ['BASIC_V2', 'STANDARD_V2', 'PREMIUM_V2'];

export const cloudAvailability: readonly CloudAvailability[] = [
  {
    cloud: 'US_GOVERNMENT',
    missingTiers: ['CONSUMPTION'],
    statement: 'Azure Government has no Consumption tier.',
    citations: [comparison],
  },
  {
    cloud: 'US_GOVERNMENT',
    missingTiers: v2Tiers,
    statement:
      'The list of regions with v2 tiers and workspace gateways has no region of Azure Government.',
    citations: [cite('region-availability-2026-05-08', section, 'INFERRED')],
  },
  {
    cloud: 'CHINA',
    missingTiers: ['CONSUMPTION'],
    statement: 'Azure operated by 21Vianet has no Consumption tier.',
    citations: [comparison, comparisonInChina],
  },
  {
    cloud: 'CHINA',
    missingTiers: v2Tiers,
    statement:
      'The comparison of tiers for Azure operated by 21Vianet has no v2 tiers, and the list of regions with v2 tiers and workspace gateways has no region of that cloud.',
    citations: [
      cite('tier-features-china', 'Feature-based comparison', 'INFERRED'),
      cite('region-availability-2026-05-08', section, 'INFERRED'),
    ],
  },
];
