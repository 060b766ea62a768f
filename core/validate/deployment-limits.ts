/** What is refused of a deployment's locations: too many, in two clouds, one twice, or too much work together. */

import { unknownRegionName } from '../answers/unknown-region.ts';
import { InputError } from '../input-error.ts';
import { quoted } from '../quoted.ts';
import type { LocationContext, LocationReading } from './location/location.ts';

const maxLocations = 100;
/** A group as large as Azure takes has some 20,000 in one location. */
export const maxComparisons = 100_000;
/** A rule has four prefixes and ports at least; one with this many takes twice as long. */
const entriesOfLongRule = 8;

export function requireFewLocations(count: number): void {
  if (count > 0 && count <= maxLocations) return;
  throw new InputError(`a deployment has 1 to ${maxLocations} locations`, {
    path: ['deployment', 'locations'],
    given: count,
    expected: [`1 to ${maxLocations} locations`],
  });
}

/** Each rule is compared with each flow of its location, and takes longer where it has long lists. */
export function requireFewComparisons(readings: readonly LocationReading[], most: number): void {
  const comparisonsIn = ({ rules, entries, flows }: LocationReading) =>
    flows * Math.max(rules, Math.ceil(entries / entriesOfLongRule));
  const comparisons = sumOf(readings, comparisonsIn);
  if (comparisons <= most) return;
  const rules = sumOf(readings, (location) => location.rules);
  const entries = sumOf(readings, (location) => location.entries);
  throw new InputError('the validation takes too much work', {
    path: ['deployment', 'locations'],
    given: `${comparisons} comparisons: ${readings.length} locations, ${rules} rules, ${entries} prefixes and ports`,
    expected: [`at most ${Math.floor(most)} comparisons; validate some of the locations at a time`],
  });
}

const sumOf = <T>(items: readonly T[], measure: (item: T) => number): number =>
  items.reduce((sum, item) => sum + measure(item), 0);

export function requireOneCloud(locations: readonly LocationContext[]): void {
  const [primary] = locations;
  const stray = locations.findIndex(({ region }) => region.cloud !== primary?.region.cloud);
  if (!primary || stray < 0) return;
  throw new InputError('all locations of an instance must be in one cloud', {
    path: ['deployment', 'locations', stray, 'region'],
    given: locations[stray]?.location.region,
    expected: [`regions of the cloud ${primary.region.cloud}, as ${primary.region.displayName}`],
  });
}

export function requireEachOnce(locations: readonly LocationContext[]): void {
  const again = locations.findIndex(
    ({ region }, index) =>
      region.name !== unknownRegionName &&
      locations.findIndex((other) => other.region === region) < index,
  );
  if (again < 0) return;
  throw new InputError(`region ${quoted(`${locations[again]?.location.region}`)} is listed twice`, {
    path: ['deployment', 'locations', again, 'region'],
    given: locations[again]?.location.region,
    expected: ['each region once'],
  });
}
