/** Notes on the required rules: whether the regions offer the tier, and what features need besides rules. */

import { catalog } from '../../data/index.ts';
import { type Note, noteOf } from '../notes.ts';
import { availabilityNotes } from './availability.ts';
import type { LocationRules, RequiredRulesInput } from './required-rules.ts';

const factById = new Map(
  [...catalog.limitations, ...catalog.integrations].map((fact) => [fact.id, fact]),
);

/** Availability first, then the facts that the features in use need and that concern this tier and mode. */
export function requiredRulesNotes(
  {
    tier,
    virtualNetworkType,
    features,
  }: Pick<RequiredRulesInput, 'tier' | 'virtualNetworkType' | 'features'>,
  locations: readonly Pick<LocationRules, 'region'>[],
): readonly Note[] {
  const needs = catalog.features
    .filter(({ name }) => features.includes(name))
    .flatMap(({ needs: ids = [] }) => ids);
  const applies = (id: string) => {
    const fact = factById.get(id);
    return fact?.tiers.includes(tier) && fact.virtualNetworkTypes.includes(virtualNetworkType);
  };
  const regions = locations.map(({ region }) => region);
  return [...availabilityNotes(tier, regions), ...[...new Set(needs)].filter(applies).map(noteOf)];
}
