/** What the facts about neighbours of an instance share: whom they concern, and the day they were compared with their documents. */

import { citeOn } from '../cite.ts';

export const cite = citeOn('2026-11-28');

export const everyTier = {
  tiers: [
    'CONSUMPTION',
    'DEVELOPER',
    'BASIC',
    'STANDARD',
    'PREMIUM',
    'BASIC_V2',
    'STANDARD_V2',
    'PREMIUM_V2',
  ],
  virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
  platforms: ['STV2'],
} as const;

export const classicTiers = {
  ...everyTier,
  tiers: ['DEVELOPER', 'BASIC', 'STANDARD', 'PREMIUM'],
} as const;

export const injected = {
  tiers: ['DEVELOPER', 'PREMIUM'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
  platforms: ['STV2'],
} as const;

export const internal = { ...injected, virtualNetworkTypes: ['INTERNAL'] } as const;
