/** The citations of a fact: each points into a source. */

import { sourceById } from '../../data/index.ts';
import type { Citation as CitationData, Source as SourceData } from '../../data/model.ts';
import { builder } from './builder.ts';
import { Confidence } from './enums.ts';

/** All citations of a fact: its own, then those of single fields, which the data has as <field>Citations. */
export const withFieldCitations = (
  own: readonly CitationData[],
  fact: object,
): readonly CitationData[] => [
  ...own,
  ...Object.entries(fact).flatMap(([key, value]): readonly CitationData[] =>
    key.endsWith('Citations') ? value : [],
  ),
];

/** Its fields are in the file with the queries for sources. */
export const Source = builder.objectRef<SourceData>('Source');

export const Citation = builder.objectRef<CitationData>('Citation');

Citation.implement({
  description: 'The section of a source that states a fact.',
  fields: (t) => ({
    source: t.field({
      type: Source,
      description: 'The document or weekly file that the section is in.',
      resolve: (citation) => sourceById.get(citation.source) as SourceData,
    }),
    section: t.exposeString('section', { description: 'Heading or table within the source.' }),
    verifiedOn: t.expose('verifiedOn', {
      type: 'Date',
      description: 'Day on which the fact was last compared with the source.',
    }),
    confidence: t.expose('confidence', {
      type: Confidence,
      description: 'Whether the section states the fact, implies it, or is contradicted elsewhere.',
    }),
  }),
});
