import { repeated } from './facts.ts';
import type { Lint } from './lint.ts';

export const editionRows: Lint = {
  name: 'edition-rows',
  description:
    'A rule of one edition of the port table is in the next one, or in its list of what is gone; both lists name only rules of the edition before.',
  offenders: ({ portRules, referenceEditions, sources }) => {
    const rulesOf = (edition: string) =>
      portRules
        .filter(({ statements }) => statements.some((row) => row.edition === edition))
        .map(({ id }) => id);
    const documents = sources
      .filter(({ isReferenceEdition }) => isReferenceEdition)
      .map(({ date }) => date);
    return [
      ...(documents.join() === referenceEditions.map(({ date }) => date).join()
        ? []
        : [`editions: ${referenceEditions.map(({ date }) => date)}, but sources has ${documents}`]),
      ...referenceEditions.flatMap(({ date, unchanged, gone }, index) => {
        const rules = rulesOf(date);
        const before = rulesOf(referenceEditions[index - 1]?.date ?? '');
        const listed = [...unchanged, ...gone];
        return [
          ...before
            .filter((id) => !rules.includes(id) && !gone.includes(id))
            .map(
              (id) => `${date}: says nothing of ${id}: state it, or list it as unchanged or gone`,
            ),
          ...gone
            .filter((id) => rules.includes(id))
            .map((id) => `${date}: ${id} is gone and stated`),
          ...listed
            .filter((id) => !before.includes(id))
            .map((id) => `${date}: lists ${id}, which the edition before does not have`),
          ...repeated(listed).map((id) => `${date}: lists ${id} twice`),
        ];
      }),
    ];
  },
};
