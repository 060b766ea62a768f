/** Reads the query of the feed of one deployment: ?region=westeurope&tier=premium&mode=external */

import { findServiceTag } from '../../../data/index.ts';
import { type CloudName, computePlatforms, featureNames, tiers } from '../../../data/model.ts';
import { InputError, mistakesOf, throwAll } from '../../input-error.ts';
import { isSameName, nearestOf } from '../../nearest.ts';
import { v2Tiers } from '../port-table.ts';
import { requireRegion } from '../region.ts';
import { findSubnetArithmetic } from '../subnet-plan.ts';
import { type FeedDeployment, modes } from './requirements.ts';
import { followedTags } from './tags.ts';

const names = ['region', 'tier', 'mode', 'platform', 'features', 'tags'] as const;
type Name = (typeof names)[number];

/** As addresses have them: premium-v2. */
const written = (value: string) => value.toLowerCase().replaceAll('_', '-');

/** More than all that a list can sensibly have. */
const mostItems = 40;
/** Nobody reads more. */
const mostMistakes = 10;

/** The value with this name, in any case, with hyphens or underscores. */
function oneOf<Value extends string>(
  path: readonly (string | number)[],
  text: string,
  values: readonly Value[],
): Value {
  const value = values.find((one) => isSameName(one, text));
  if (value !== undefined) return value;
  const accepted = values.map(written);
  throw new InputError(`${path[0]} has no such value`, {
    path,
    given: text,
    accepted,
    nearest: nearestOf(text, accepted),
  });
}

/** Parts between commas; empty ones are left out. */
function partsOf(name: Name, text: string | undefined): readonly string[] {
  const parts = (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length <= mostItems) return parts;
  throw new InputError(`${name} has too many values`, {
    path: [name],
    given: parts.length,
    expected: [`at most ${mostItems}`],
  });
}

/** Storage, or Storage.WestEurope, in the spelling of the weekly files. */
function tagOf(text: string, index: number, cloud: CloudName): string {
  const accepted = followedTags(cloud);
  const [base = '', ...rest] = text.split('.');
  const spelled = [findServiceTag(base)?.name ?? base, ...rest].join('.').toLowerCase();
  const tag = accepted.find((name) => name.toLowerCase() === spelled);
  if (tag !== undefined) return tag;
  const whole = accepted.filter((name) => !name.includes('.'));
  throw new InputError('no port rule names such a tag, or the tag has no such region', {
    path: ['tags', index],
    given: text,
    accepted: whole,
    expected: ['one of them with a region of the same cloud, as in Storage.WestEurope'],
    nearest: nearestOf(text, accepted),
  });
}

function requireMode(text: string, tier: FeedDeployment['tier']) {
  const mode = oneOf(['mode'], text, modes);
  const has = modes.filter((one) => findSubnetArithmetic(tier, one) !== undefined);
  if (has.includes(mode)) return mode;
  throw new InputError(
    has.length === 0
      ? `an instance of the tier ${written(tier)} is in no virtual network`
      : `the tier ${written(tier)} has no such mode`,
    {
      path: ['mode'],
      given: text,
      accepted: has.map(written),
      expected: has.length === 0 ? ['another tier'] : [],
    },
  );
}

/**
 * The deployment that the parameters describe. `platform` is stv2 where it is left out; `features` and `tags` are lists
 * with commas. Throws InputError, with up to ten mistakes at once.
 */
export function readFeedQuery(query: Iterable<readonly [string, string]>): FeedDeployment {
  const given = Map.groupBy(query, ([name]) => name);
  const values = new Map<string, string>();
  for (const [name, [first]] of given) {
    const value = first?.[1].trim();
    if (value) values.set(name, value);
  }
  const read: { -readonly [Field in keyof FeedDeployment]?: FeedDeployment[Field] } = {};
  const steps = [
    () => {
      read.region = requireRegion(required(values, 'region', 'the name of a region'), ['region']);
    },
    () => {
      read.tier = oneOf(['tier'], required(values, 'tier', tiers.map(written).join(', ')), tiers);
    },
    () => {
      const text = required(values, 'mode', modes.map(written).join(', '));
      read.virtualNetworkType = requireMode(text, read.tier ?? 'PREMIUM');
    },
    () => {
      const text = values.get('platform') ?? 'stv2';
      read.platform = oneOf(['platform'], text, computePlatforms);
    },
    () => {
      const parts = partsOf('features', values.get('features'));
      const features = parts.map((part, index) => oneOf(['features', index], part, featureNames));
      read.features = ordered(featureNames, features);
    },
    () => {
      const cloud = read.region?.cloud ?? 'PUBLIC';
      const parts = partsOf('tags', values.get('tags'));
      const tags = parts.map((part, index) => tagOf(part, index, cloud));
      read.tags = ordered(followedTags(cloud), tags);
    },
    // A query may have a thousand names.
    ...[...given]
      .filter(([name, { length }]) => !isName(name) || length > 1)
      .slice(0, mostMistakes)
      .map(
        ([name, [, second]]) =>
          () =>
            refuseName(name, second?.[1]),
      ),
  ];
  throwAll(mistakesOf(steps).slice(0, mostMistakes));
  return read as FeedDeployment;
}

/** Each value once, in the order of the vocabulary. */
const ordered = <Value extends string>(
  vocabulary: readonly Value[],
  values: readonly Value[],
): readonly Value[] => vocabulary.filter((value) => values.includes(value));

const isName = (name: string): boolean => (names as readonly string[]).includes(name);

/** A name that is none, or one that is there twice, with its second value. */
function refuseName(name: string, second: string | undefined): never {
  if (isName(name)) {
    throw new InputError(`${name} is given twice`, {
      path: [name],
      given: second,
      expected: ['each parameter once'],
    });
  }
  throw new InputError('there is no such parameter', {
    path: [name],
    given: name,
    accepted: names,
    nearest: nearestOf(name, names),
  });
}

function required(values: ReadonlyMap<string, string>, name: Name, expected: string): string {
  const value = values.get(name);
  if (value !== undefined) return value;
  throw new InputError(`${name} is missing`, { path: [name], given: null, expected: [expected] });
}

/** The query of the same deployment in one spelling: what identifies its feed. */
export function feedQuery(deployment: FeedDeployment): string {
  const { region, tier, virtualNetworkType, platform, features, tags } = deployment;
  const parts: readonly (readonly [Name, string])[] = [
    ['region', region.name],
    ['tier', written(tier)],
    ['mode', written(virtualNetworkType)],
    ['platform', v2Tiers.includes(tier) ? '' : written(platform)],
    ['features', features.map(written).join(',')],
    ['tags', tags.join(',')],
  ];
  return parts
    .filter(([, value]) => value !== '')
    .map((part) => part.join('='))
    .join('&');
}
