import { normalizeName } from '../../../data/index.ts';
import { repeated } from './facts.ts';
import type { Catalog, Lint } from './lint.ts';

interface Named {
  readonly name: string;
  readonly displayName?: string;
  readonly aliases: readonly string[];
}

const lists = (catalog: Catalog): readonly (readonly Named[])[] => [
  catalog.clouds,
  catalog.regions,
  catalog.serviceTags,
];

export const names: Lint = {
  name: 'names',
  description:
    'No name or alias means two regions, tags or clouds, and no alias repeats the name of its owner.',
  offenders: (catalog) =>
    lists(catalog).flatMap((list) => {
      const owners = list.map(({ name, displayName = name, aliases }) => ({
        name,
        keys: [...new Set([name, displayName, ...aliases].map(normalizeName))],
        superfluous: [
          ...aliases.filter((alias) => alias === name || alias === displayName),
          ...repeated(aliases),
        ],
      }));
      return [
        ...repeated(owners.flatMap(({ keys }) => keys)).map((key) => `${key}: means two`),
        ...owners.flatMap(({ name, superfluous }) =>
          superfluous.map((alias) => `${name}: alias ${alias} says nothing new`),
        ),
      ];
    }),
};
