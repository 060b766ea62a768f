import { factLists, networkFacts, repeated } from './facts.ts';
import type { Lint } from './lint.ts';

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const ids: Lint = {
  name: 'ids',
  description: 'Ids are in kebab-case and unique in their list; network facts share one list.',
  offenders: (catalog) => {
    const lists: (readonly [string, readonly string[]])[] = [
      ...factLists(catalog).map(
        ([list, facts]) => [list, facts.flatMap(({ id }) => (id as string) ?? [])] as const,
      ),
      ['networkFacts', networkFacts(catalog).map(({ id }) => id)],
      ['sources', catalog.sources.map(({ id }) => id)],
    ];
    return [...new Set(lists.flatMap(([, list]) => list).filter((id) => !kebabCase.test(id)))]
      .map((id) => `${id}: not in kebab-case`)
      .concat(lists.flatMap(([list, all]) => repeated(all).map((id) => `${id}: twice in ${list}`)));
  },
};
