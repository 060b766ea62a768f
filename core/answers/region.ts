/** Looks a region up by name; an unknown name is an input error that says which names come nearest. */

import { catalog, findRegion, normalizeName } from '../../data/index.ts';
import type { Region } from '../../data/model.ts';
import { InputError } from '../input-error.ts';
import { difference, maxDifference } from '../nearest.ts';

/** Longer names are cut: comparing costs the square of their length. */
const maxComparedLength = 80;

/** A name's letters as they stand, and with its words in order: India Central is near Central India, too. */
function spellings(name: string): readonly [string, string] {
  const parts = name.toLowerCase().split(/[\s._-]+/);
  return [normalizeName(name), parts.sort().join('')];
}

/** At most three; none for a text that is like the name of none. */
function nearestRegions(name: string): readonly Region[] {
  const [wanted, wantedInOrder] = spellings(name.slice(0, maxComparedLength));
  const distanceTo = (region: Region) =>
    Math.min(
      ...[region.name, region.displayName, ...region.aliases].flatMap((regionName) => {
        const [letters, lettersInOrder] = spellings(regionName);
        return [difference(wanted, letters), difference(wantedInOrder, lettersInOrder)];
      }),
    );
  return catalog.regions
    .map((region) => ({ region, distance: distanceTo(region) }))
    .filter(({ distance }) => distance <= maxDifference)
    .sort(
      (a, b) => a.distance - b.distance || (a.region.displayName < b.region.displayName ? -1 : 1),
    )
    .slice(0, 3)
    .map(({ region }) => region);
}

/** The region with this programmatic name, display name or documented alias. */
export function requireRegion(name: string, path: readonly (string | number)[]): Region {
  const region = findRegion(name);
  if (region !== undefined) return region;
  throw new InputError('no region has this name', {
    path,
    given: name,
    expected: ['the programmatic name, display name or documented alias of a region'],
    nearest: nearestRegions(name).map((near) => near.name),
  });
}
