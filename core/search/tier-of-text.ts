/** Texts that name tiers of one generation, and the facts that hold in the other alone. */

import { catalog } from '../../data/index.ts';
import type { Tier } from '../../data/model.ts';
import { v2Tiers } from '../answers/port-table.ts';

/** True where the text, in lower case and without punctuation, names a classic tier and none of v2. */
const isOfClassicTier = (text: string): boolean =>
  /\b(?:premium|standard|basic|developer(?! portal))\b/.test(text) && !/\bv2\b/.test(text);

/** True where the text names v2. */
const isOfV2 = (text: string): boolean => /\bv2\b/.test(text);

const facts = [
  ...catalog.subnetRules,
  ...catalog.prerequisites,
  ...catalog.dnsFacts,
  ...catalog.routingFacts,
  ...catalog.limitations,
  ...catalog.integrations,
];

const idsWhere = (holds: (tiers: readonly Tier[]) => boolean): ReadonlySet<string> =>
  new Set(facts.filter(({ tiers }) => holds(tiers)).map(({ id }) => id));

/** Ids of the facts that say nothing of a classic tier. */
const factsOfV2 = idsWhere((tiers) => tiers.every((tier) => v2Tiers.includes(tier)));

/** Ids of the facts that say nothing of a v2 tier. */
const factsOfClassic = idsWhere((tiers) => !tiers.some((tier) => v2Tiers.includes(tier)));

const none: ReadonlySet<string> = new Set();

/** Ids of the facts that hold in no tier of the generation that the text, in plain words, names. */
export function factsOfOtherTiers(text: string): ReadonlySet<string> {
  if (isOfClassicTier(text)) return factsOfV2;
  return isOfV2(text) ? factsOfClassic : none;
}
