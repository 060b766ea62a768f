/** Texts that name tiers of one generation, and the facts that hold in the other alone. */

import { catalog } from '../../data/index.ts';
import type { Tier } from '../../data/model.ts';
import { v2Tiers } from '../answers/port-table.ts';

const classicTier = /\b(?:premium|standard|basic|developer(?! portal))\b/;
const v2Tier = /\b(?:(?:premium|standard|basic) v2|v2 (?:tiers?|skus?|instances?))\b/g;
/** Of these there is a v2, too, or the text is about the way from one generation to the other. */
const leavesOpen =
  /\b(?:gateways?|appgw|agw|waf|nat|oauth|openid|classic|stv1|stv2|consumption|migrat\w+|upgrad\w+)\b/;

/** True where the text, in lower case and without punctuation, names a classic tier and nothing of v2. */
const isOfClassicTier = (text: string): boolean => classicTier.test(text) && !/\bv2\b/.test(text);

/** True where such a text names a v2 tier of API Management and no classic one. */
function isOfV2Tier(text: string): boolean {
  const rest = text.replace(v2Tier, ' ');
  return rest !== text && !classicTier.test(rest) && !leavesOpen.test(rest);
}

const facts = [
  ...catalog.subnetRules,
  ...catalog.prerequisites,
  ...catalog.dnsFacts,
  ...catalog.routingFacts,
  ...catalog.limitations,
  ...catalog.integrations,
];

const idsWhere = (holds: (tiers: readonly Tier[]) => boolean): ReadonlySet<string> =>
  new Set(facts.filter(({ tiers }) => tiers.length > 0 && holds(tiers)).map(({ id }) => id));

/** Ids of the facts that say nothing of a classic tier. */
const factsOfV2 = idsWhere((tiers) => tiers.every((tier) => v2Tiers.includes(tier)));

/** Ids of the facts that say nothing of a v2 tier. */
const factsOfClassic = idsWhere((tiers) => !tiers.some((tier) => v2Tiers.includes(tier)));

const none: ReadonlySet<string> = new Set();

/**
 * Ids of the facts that hold in no tier of the generation that the text, in plain words, names. A fact without tiers
 * holds in all.
 */
export function factsOfOtherTiers(text: string): ReadonlySet<string> {
  if (isOfClassicTier(text)) return factsOfV2;
  return isOfV2Tier(text) ? factsOfClassic : none;
}
