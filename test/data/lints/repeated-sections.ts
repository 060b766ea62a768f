import type { Lint } from './lint.ts';
import { citationsIn, isSameDocument, leftOut } from './superseded-texts.ts';

export const repeatedSections: Lint = {
  name: 'repeated-sections',
  description:
    'What a text repeats is a section that an earlier text of the document is cited for, and that later texts do not leave out.',
  offenders: (catalog) => {
    const cited = new Set(
      citationsIn(catalog).map(({ source, section }) => `${source}: ${section}`),
    );
    return catalog.sources.flatMap((text) => {
      const earlier = catalog.sources.filter(
        (one) => one.date < text.date && isSameDocument(one, text),
      );
      const isKnown = (section: string) =>
        earlier.some(({ id }) => cited.has(`${id}: ${section}`)) &&
        !earlier.some(({ id }) => leftOut[id]?.includes(section));
      return (text.repeats ?? [])
        .filter((section) => !isKnown(section))
        .map((section) => `${text.id}: ${section}`);
    });
  },
};
