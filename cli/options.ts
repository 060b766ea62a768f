/** Options of several commands, and how their values are read. */

import { InvalidArgumentError, Option } from 'commander';
import { nearestOf } from '../core/nearest.ts';
import { type RuleFormat, ruleFormats } from '../core/render/formats.ts';
import {
  type ComputePlatform,
  cloudNames,
  computePlatforms,
  type FeatureName,
  featureNames,
  type IsoDate,
  type Tier,
  tiers,
  type VirtualNetworkType,
} from '../data/model.ts';
import { parameter } from './commands/parameter.ts';

/** Takes a value in any spelling: premium-v2, PremiumV2 and PREMIUM_V2 are one. */
export function oneOf<T extends string>(values: readonly T[]): (text: string) => T {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return (text) => {
    const value = values.find((one) => plain(one) === plain(text));
    if (value !== undefined) return value;
    const names = values.map(optionName);
    const [nearest] = nearestOf(text, names);
    throw new InvalidArgumentError(
      `Accepted: ${names.join(', ')}${nearest === undefined ? '' : `; nearest: ${nearest}`}.`,
    );
  };
}

/** A value as it is written on a command line: premium-v2. */
export const optionName = (value: string): string => value.toLowerCase().replaceAll('_', '-');

export function integer(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Accepted: a whole number.');
}

function date(text: string): IsoDate {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text as IsoDate;
  throw new InvalidArgumentError('Accepted: a date as YYYY-MM-DD.');
}

/** For options that one repeats, or writes once with commas. */
export const list = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...text.split(',').map((one) => one.trim()),
];

const features = (text: string, before: readonly FeatureName[] = []): readonly FeatureName[] => [
  ...before,
  ...text.split(',').map((one) => oneOf(featureNames)(one.trim())),
];

const option = <T extends string>(flags: string, text: string, values: readonly T[]) =>
  new Option(flags, `${text}: ${values.map(optionName).join(', ')}`).argParser(oneOf(values));

export const options = {
  tier: () => option('--tier <tier>', 'tier of the instance', tiers),
  mode: () =>
    option('--mode <mode>', 'network mode', [
      'EXTERNAL',
      'INTERNAL',
    ] as readonly VirtualNetworkType[]),
  platform: () => option('--platform <platform>', 'compute platform', computePlatforms),
  features: () =>
    new Option(
      '--features <names>',
      `features in use, separated by commas: ${featureNames.map(optionName).join(', ')}`,
    ).argParser(features),
  edition: () =>
    new Option('--edition <date>', 'edition of the port table (default: the newest)').argParser(
      date,
    ),
  serviceTags: () =>
    new Option(
      '--service-tags <file>',
      'newer weekly service-tag file, replaces the shipped one; may be repeated',
    )
      .argParser(list)
      .default([], 'the shipped ones'),
  parameters: () =>
    new Option('--param <name=value>', 'value of a parameter or variable; may be repeated')
      .argParser(parameter)
      .default({}, 'none'),
  varFiles: () =>
    new Option(
      '--var-file <file>',
      'values file of Terraform, as terraform -var-file takes it; may be repeated, the last one wins',
    )
      .argParser((path: string, before: readonly string[] = []) => [...before, path])
      .default([], 'each values file in turn'),
  cloud: () =>
    option('--cloud <cloud>', 'cloud of the instance', cloudNames).default('PUBLIC', 'public'),
  ruleFormat: () => option('--format <format>', 'output format', ruleFormats),
};

export interface RuleScopeOptions {
  readonly tier: Tier;
  readonly mode: VirtualNetworkType;
  readonly platform: ComputePlatform;
  readonly features?: readonly FeatureName[];
  readonly edition?: IsoDate;
  readonly format: RuleFormat;
}

export interface ParameterOptions {
  readonly param: Readonly<Record<string, unknown>>;
}
