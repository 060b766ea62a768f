import { factLists, repeated } from './facts.ts';
import type { Lint } from './lint.ts';

export const titles: Lint = {
  name: 'titles',
  description: 'No two facts of a list have the same title, and no title ends with a period.',
  offenders: (catalog) =>
    factLists(catalog).flatMap(([list, facts]) => {
      const all = facts.flatMap(({ title }) => (title as string) ?? []);
      return [
        ...repeated(all).map((title) => `${title}: twice in ${list}`),
        ...all
          .filter((title) => title.endsWith('.') || title.trim() !== title || title === '')
          .map((title) => `${title}: empty, or with a period or a blank at its end`),
      ];
    }),
};
