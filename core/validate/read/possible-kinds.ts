/** Which tiers and network modes a described service may have: one each, or those that the document leaves possible. */

import { catalog } from '../../../data/index.ts';
import {
  type Tier,
  tiers,
  type VirtualNetworkType,
  virtualNetworkTypes,
} from '../../../data/model.ts';
import { findSubnetArithmetic } from '../../answers/subnet-plan.ts';
import type { PossibleKinds } from '../../deployment.ts';
import { InputError } from '../../input-error.ts';
import type { ReadingNotes } from './reading-notes.ts';
import type { Described, DescribedService } from './service-description.ts';
import { textOf, Unresolved } from './unresolved.ts';

const tierNames = new Map(
  catalog.tierProfiles.map(({ skuName, tier }) => [skuName.toLowerCase(), tier]),
);
const networkTypeNames = new Map(virtualNetworkTypes.map((type) => [type.toLowerCase(), type]));

/** Both lists have one entry at least. */
export function possibleKinds(service: DescribedService, notes: ReadingNotes): PossibleKinds {
  const ofSku = valuesAt(service.sku, 'the tier', tierNames, notes);
  const { value } = service.virtualNetworkType;
  const ofMode: readonly VirtualNetworkType[] | undefined =
    value === undefined || value === null || value === ''
      ? ['NONE']
      : valuesAt(service.virtualNetworkType, 'the virtual network type', networkTypeNames, notes);
  // An open tier or mode is one that may be in a network, with the other as far as it is known.
  const networked = tiers.flatMap((tier) =>
    virtualNetworkTypes
      .filter((mode) => findSubnetArithmetic(tier, mode) !== undefined)
      .map((mode) => ({ tier, mode })),
  );
  const isOutside = ofMode?.every((mode) => mode === 'NONE') ?? false;
  const tiersLeft = networked.filter(({ mode }) => !ofMode || ofMode.includes(mode));
  const possibleTiers: readonly Tier[] =
    ofSku ?? (isOutside ? ['PREMIUM'] : unique(tiersLeft.map(({ tier }) => tier)));
  const modesLeft = networked.filter(({ tier }) => possibleTiers.includes(tier));
  const modes = ofMode ?? unique(modesLeft.map(({ mode }) => mode));
  return {
    tiers: possibleTiers,
    virtualNetworkTypes: modes.length > 0 ? modes : ['NONE'],
  };
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The one value, or those that a parameter allows; undefined where any is possible. */
function valuesAt<T>(
  { value, path }: Described,
  what: string,
  vocabulary: ReadonlyMap<string, T>,
  notes: ReadingNotes,
): readonly T[] | undefined {
  if (value instanceof Unresolved) {
    notes.leaveOpen(what, value, path);
    const allowed = (value.allowed ?? []).flatMap((one) => wordOf(one, vocabulary) ?? []);
    return allowed.length > 0 ? unique(allowed) : undefined;
  }
  const word = wordOf(value, vocabulary);
  if (word !== undefined) return [word];
  throw new InputError(`${what} is not known`, {
    path,
    given: textOf(value),
    accepted: [...vocabulary.keys()],
  });
}

const wordOf = <T>(value: unknown, vocabulary: ReadonlyMap<string, T>): T | undefined =>
  typeof value === 'string' ? vocabulary.get(value.toLowerCase()) : undefined;
