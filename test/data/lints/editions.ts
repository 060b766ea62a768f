import { isAscending, portStatements, repeated } from './facts.ts';
import type { Lint } from './lint.ts';

export const editions: Lint = {
  name: 'editions',
  description:
    'A rule states each edition and platform once, oldest first, and cites the document of that edition first.',
  offenders: (catalog) => {
    const sources = new Map(catalog.sources.map((source) => [source.id, source]));
    return [
      ...catalog.portRules.flatMap(({ id, statements }) => {
        const keys = statements.flatMap(({ edition, platforms }) =>
          platforms.map((platform) => `${edition} ${platform}`),
        );
        return [
          ...(statements.length > 0 ? [] : [`${id}: no statement`]),
          ...repeated(keys).map((key) => `${id}: states ${key} twice`),
          ...(isAscending(statements.map(({ edition }) => edition))
            ? []
            : [`${id}: statements not oldest first`]),
        ];
      }),
      ...portStatements(catalog).flatMap(({ at, statement: { edition, citations } }) => {
        const source = sources.get(citations[0]?.source ?? '');
        return [
          ...(source?.date === edition ? [] : [`${at}: cites another edition first`]),
          ...(source?.isReferenceEdition ? [] : [`${at}: no edition of the network reference`]),
        ];
      }),
    ];
  },
  // The network reference does not cover the v2 tiers; their rules come from another section.
  exceptions: [
    'v2-key-vault 2025-12-01 STV2: no edition of the network reference',
    'v2-storage 2025-12-01 STV2: no edition of the network reference',
  ],
};
