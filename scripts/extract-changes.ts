/** What a newer weekly file changes in what the data stores of it, and what a maintainer does about it. */

import { lastFullCheck } from '../data/cite.ts';
import type { ServiceTagExtract } from '../data/model.ts';
import { targets } from './print-service-tags.ts';

/** What is new and what is gone in one list of an extract. */
export interface ListChange {
  readonly list: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

function listsOf(extract: ServiceTagExtract): Record<string, readonly string[]> {
  return {
    'service tags': extract.tagNames,
    'service tags with regional versions': extract.regionalTagNames,
    'network features of ApiManagement': extract.apiManagementFeatures,
    ApiManagement: extract.apiManagement,
    ...Object.fromEntries(
      Object.entries(extract.apiManagementByRegion).map(([suffix, prefixes]) => [
        `ApiManagement.${suffix}`,
        prefixes,
      ]),
    ),
  };
}

function diffLists(before: readonly string[] = [], after: readonly string[] = []) {
  const [was, is] = [new Set(before), new Set(after)];
  return { added: [...is.difference(was)], removed: [...was.difference(is)] };
}

/** The lists that differ; a regional tag that is new or gone shows as a list of additions or removals. */
export function diffExtracts(before: ServiceTagExtract, after: ServiceTagExtract): ListChange[] {
  const old = listsOf(before);
  const current = listsOf(after);
  return [...new Set([...Object.keys(old), ...Object.keys(current)])]
    .map((list) => ({ list, ...diffLists(old[list], current[list]) }))
    .filter(({ added, removed }) => added.length > 0 || removed.length > 0);
}

/** What a maintainer has to do after the change; nothing where only prefixes changed since the last full check. */
export function nextSteps(before: ServiceTagExtract, after: ServiceTagExtract): readonly string[] {
  const { module } = targets[after.cloud];
  const suffixes = diffLists(
    Object.keys(before.apiManagementByRegion),
    Object.keys(after.apiManagementByRegion),
  );
  const tags = diffLists(before.tagNames, after.tagNames);
  const regional = diffLists(before.regionalTagNames, after.regionalTagNames);
  const features = diffLists(before.apiManagementFeatures, after.apiManagementFeatures);
  return [
    ...suffixes.added.map(
      (suffix) => `data/regions/${module}: add the region of ApiManagement.${suffix}`,
    ),
    ...suffixes.removed.map(
      (suffix) => `data/regions/${module}: give the region of ${suffix} hasServiceTags: false`,
    ),
    ...tags.added.map(
      (name) => `data/service-tag-relations.ts: say how ${name} lies to AzureCloud`,
    ),
    ...tags.removed.map((name) => `data/service-tag-relations.ts: ${name} has left this cloud`),
    ...[...regional.added, ...regional.removed].map(
      (name) => `data/service-tags.ts: compare isRegional of ${name}`,
    ),
    ...(features.added.length + features.removed.length > 0
      ? ['data/clouds.ts: compare isApiManagementTagRoutable']
      : []),
    ...(after.date > lastFullCheck
      ? [
          'data/limitations/enforcement-points.ts: compare it with the networkFeatures of the file, and give the citation the day (no test can)',
        ]
      : []),
  ];
}

/** What changed, and what to do next. */
export function changeReport(before: ServiceTagExtract, after: ServiceTagExtract): string {
  const changes = diffExtracts(before, after);
  const steps = nextSteps(before, after);
  return [
    `${after.cloud}: change number ${before.changeNumber} (${before.date}) -> ` +
      `${after.changeNumber} (${after.date})`,
    ...changes.flatMap(({ list, added, removed }) => [
      `${list}: ${added.length} added, ${removed.length} removed`,
      ...added.map((item) => `  + ${item}`),
      ...removed.map((item) => `  - ${item}`),
    ]),
    ...(changes.length === 0 ? ['nothing that is stored of the file has changed'] : []),
    '',
    'Next:',
    ...steps.map((step) => `- ${step}`),
    '- npx vitest run test/data names the addresses that have left their tag, the tags that no longer lie to each other as said, and what else does not fit',
  ].join('\n');
}
