/** What the routing facts share: the instances that forced tunneling concerns, and the sections on it, oldest first. */

import { cite } from '../cite.ts';

export const injected = {
  tiers: ['DEVELOPER', 'PREMIUM'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
  platforms: ['STV1', 'STV2'],
} as const;

export const in2019 = cite('vnet-reference-2019-09-09', 'Force tunneling traffic');
export const in2023 = cite('internal-mode-2023', 'Force tunnel traffic');
export const sinceNovember2023 = cite('forced-tunneling-2023-11-29', 'Force tunnel traffic');
export const in2026 = cite('internal-mode-2026-08-24', 'Force tunnel traffic');
