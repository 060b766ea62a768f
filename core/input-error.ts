/** What is wrong with an input: where, what was given, what is accepted; and the look-up of regions that answers so. */

import { distance } from 'fastest-levenshtein';
import { catalog, findRegion, normalizeName } from '../data/index.ts';
import type { Region } from '../data/model.ts';

const maxEchoLength = 80;

function shortened(text: string): string {
  if (text.length <= maxEchoLength) return text;
  return `${text.slice(0, maxEchoLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function echo(given: unknown): string {
  if (Number.isNaN(given)) return 'no number';
  return shortened(
    typeof given === 'number' ? String(given) : (JSON.stringify(given) ?? 'nothing'),
  );
}

export interface UserInputProblem {
  /** Keys and indexes that lead to the value within the input. */
  readonly path: readonly (string | number)[];
  readonly given: unknown;
  /** The accepted values, or a description of them. */
  readonly accepted: readonly string[];
  /** The accepted values that come nearest to the given one. */
  readonly nearest?: readonly string[];
}

/** An input that cannot be answered, for a reason that its sender can mend. */
export class UserInputError extends Error {
  override readonly name = 'UserInputError';
  readonly path: readonly (string | number)[];
  /** The value given; a long text is cut. */
  readonly given: unknown;
  readonly accepted: readonly string[];

  constructor(reason: string, { path, given, accepted, nearest = [] }: UserInputProblem) {
    const hint = nearest.length === 0 ? '' : `; nearest: ${nearest.join(', ')}`;
    super(`${reason}: given ${echo(given)}; accepted: ${accepted.join(', ')}${hint}`);
    this.path = path;
    this.given = typeof given === 'string' ? shortened(given) : given;
    this.accepted = accepted;
  }
}

/** A name's letters as they stand, and with its words in order: India Central is near Central India, too. */
function spellings(name: string): readonly [string, string] {
  const words = name.toLowerCase().split(/[\s._-]+/);
  return [normalizeName(name), words.sort().join('')];
}

function nearestRegions(name: string): readonly Region[] {
  const [wanted, wantedInOrder] = spellings(name.slice(0, maxEchoLength));
  const distanceTo = (region: Region) =>
    Math.min(
      ...[region.name, region.displayName, ...region.aliases].flatMap((regionName) => {
        const [letters, lettersInOrder] = spellings(regionName);
        return [distance(wanted, letters), distance(wantedInOrder, lettersInOrder)];
      }),
    );
  return catalog.regions
    .map((region) => ({ region, distance: distanceTo(region) }))
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
  throw new UserInputError('no region has this name', {
    path,
    given: name,
    accepted: ['the programmatic name, display name or documented alias of a region'],
    nearest: nearestRegions(name).map((near) => `${near.displayName} (${near.name})`),
  });
}
