import { isAscending } from './facts.ts';
import type { Lint } from './lint.ts';

export const addressCitations: Lint = {
  name: 'address-citations',
  description:
    'A control-plane address cites each edition that prints it, newest first; the list of 2019 names no region, so its citation is INFERRED.',
  offenders: ({ regions }) =>
    regions.flatMap(({ name, controlPlaneAddresses }) =>
      controlPlaneAddresses.flatMap(({ address, editions, citations }) => {
        const expected = editions.map((edition) => `vnet-reference-${edition}`).reverse();
        const of2019 = citations.find(({ source }) => source === 'vnet-reference-2019-09-09');
        const isSound =
          editions.length > 0 &&
          isAscending(editions) &&
          citations.map(({ source }) => source).join() === expected.join() &&
          (of2019 === undefined || of2019.confidence === 'INFERRED');
        return isSound ? [] : [`${name}: ${address} does not cite its editions`];
      }),
    ),
};
