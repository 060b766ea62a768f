/** Texts that name a classic tier, and the facts that hold in the v2 tiers alone. */

import { catalog } from '../../data/index.ts';
import { v2Tiers } from '../answers/port-table.ts';

/** True where the text, in lower case and without punctuation, names a classic tier and none of v2. */
export const isOfClassicTier = (text: string): boolean =>
  /\b(?:premium|standard|basic|developer(?! portal))\b/.test(text) && !/\bv2\b/.test(text);

const facts = [
  ...catalog.prerequisites,
  ...catalog.dnsFacts,
  ...catalog.routingFacts,
  ...catalog.limitations,
  ...catalog.integrations,
];

/** Ids of the network facts that say nothing of a classic tier. */
export const factsOfV2: ReadonlySet<string> = new Set(
  facts.filter(({ tiers }) => tiers.every((tier) => v2Tiers.includes(tier))).map(({ id }) => id),
);
