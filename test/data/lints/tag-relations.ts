import { repeated } from './facts.ts';
import type { Lint } from './lint.ts';

const keyOf = (...pair: readonly string[]) => [...pair].sort().join(' and ');

export const tagRelations: Lint = {
  name: 'tag-relations',
  description:
    'Relations name tags of weekly files, each pair once, and relate every tag to AzureCloud.',
  offenders: ({ serviceTagRelations: { contained, overlapping }, serviceTagExtracts }) => {
    const known = new Set(Object.values(serviceTagExtracts).flatMap(({ tagNames }) => tagNames));
    const pairs = [
      ...contained.map(({ outer, inner }) => [outer, inner]),
      ...overlapping.map(({ first, second }) => [first, second]),
    ];
    const keys = pairs.map((pair) => keyOf(...pair));
    return [
      ...repeated(keys).map((key) => `${key}: related twice`),
      ...pairs
        .flat()
        .filter((name) => !known.has(name))
        .map((name) => `${name}: in no weekly file`),
      ...[...known]
        .filter((name) => name !== 'AzureCloud' && !keys.includes(keyOf('AzureCloud', name)))
        .map((name) => `${name}: not related to AzureCloud`),
    ];
  },
  // It is outside AzureCloud in every weekly file.
  exceptions: ['AzureFrontDoor.FirstParty: not related to AzureCloud'],
};
