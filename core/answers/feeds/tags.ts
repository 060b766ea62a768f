/** The tags whose addresses feeds follow in the weekly service-tag files: those that the rules of today name. */

import { catalog } from '../../../data/index.ts';
import type { CloudName, Region } from '../../../data/model.ts';
import { type StatedRule, statementsOf, v2StatementsOf } from '../port-table.ts';

const namedBy = (rules: readonly StatedRule[]): ReadonlySet<string> =>
  new Set(rules.flatMap(({ statement }) => [statement.source, statement.destination]));

const rules = [...statementsOf(undefined, undefined), ...v2StatementsOf(undefined)];
const named = namedBy(rules);
const needed = namedBy(rules.filter(({ statement }) => statement.necessity !== 'OPTIONAL'));

const withRegion = (tag: string, { serviceTagSuffix: suffix }: Region): readonly string[] =>
  suffix === undefined ? [] : [`${tag}.${suffix}`];

/** The tags of a cloud that its weekly file has and a rule names, and their regional versions: Storage, Storage.WestEurope. */
export function followedTags(cloud: CloudName): readonly string[] {
  const { tagNames, regionalTagNames } = catalog.serviceTagExtracts[cloud];
  const regions = catalog.regions.filter((region) => region.cloud === cloud);
  return tagNames
    .filter((tag) => named.has(tag))
    .flatMap((tag) => [
      tag,
      ...(regionalTagNames.includes(tag)
        ? regions.flatMap((region) => withRegion(tag, region))
        : []),
    ]);
}

/** The region's versions of the tags that rules need which are not optional. */
export const regionalTagsOf = (region: Region): readonly string[] =>
  catalog.serviceTagExtracts[region.cloud].regionalTagNames
    .filter((tag) => needed.has(tag))
    .flatMap((tag) => withRegion(tag, region));
