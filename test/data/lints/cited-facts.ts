import { confidences } from '../../../data/model.ts';
import { citedParts, factLists, nameOf, repeated } from './facts.ts';
import type { Lint } from './lint.ts';

export const citedFacts: Lint = {
  name: 'cited-facts',
  description:
    'Every fact, and every part with a list of citations, has at least one, with a section and a confidence, and cites no section twice.',
  offenders: (catalog) => [
    ...factLists(catalog).flatMap(([list, facts]) =>
      facts
        .filter((fact) => !JSON.stringify(fact).includes('"verifiedOn"'))
        .map((fact) => `${nameOf(fact, list)}: no citation in all of the fact`),
    ),
    ...citedParts(catalog).flatMap(({ at, citations }) => [
      ...(citations.length === 0 ? [`${at}: no citation`] : []),
      ...citations.flatMap(({ source, section, confidence }) => [
        ...(section.trim() === '' ? [`${at}: no section of ${source}`] : []),
        ...(confidences.includes(confidence) ? [] : [`${at}: confidence ${confidence}`]),
      ]),
      ...repeated(citations.map(({ source, section }) => `${source}, ${section}`)).map(
        (place) => `${at}: cites ${place} twice`,
      ),
    ]),
  ],
};
