/** Where facts come from: sources, the citations that point into them, and the editions of the network reference. */

import { catalog, editions, sourceById } from '../../data/index.ts';
import type { Citation as CitationData, IsoDate, Source as SourceData } from '../../data/model.ts';
import { builder } from './builder.ts';
import { Confidence } from './enums.ts';

export const Source = builder.objectRef<SourceData>('Source');

Source.implement({
  description: 'A document in one dated edition, or one weekly service-tag file.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Permanent id, kebab-case.' }),
    title: t.exposeString('title', { description: 'Title of the document.' }),
    date: t.expose('date', {
      type: 'Date',
      description: 'Date that the document gives itself; see isDateApproximate.',
    }),
    isDateApproximate: t.boolean({
      description: 'True where the document is undated and the date was concluded from its text.',
      resolve: (source) => source.isDateApproximate ?? false,
    }),
    isReferenceEdition: t.boolean({
      description: 'True for the editions of the network reference, the document with the ports.',
      resolve: (source) => source.isReferenceEdition ?? false,
    }),
    url: t.string({
      nullable: true,
      description:
        'Address of the document; it may show a newer edition now. Null where it has none.',
      resolve: (source) => source.url ?? null,
    }),
  }),
});

export const Citation = builder.objectRef<CitationData>('Citation');

Citation.implement({
  description: 'The section of a source that states a fact.',
  fields: (t) => ({
    source: t.field({
      type: Source,
      description: 'The source.',
      resolve: (citation) => sourceById.get(citation.source) as SourceData,
    }),
    section: t.exposeString('section', { description: 'Heading or table within the source.' }),
    verifiedOn: t.expose('verifiedOn', {
      type: 'Date',
      description: 'Day on which the fact was last compared with the source.',
    }),
    confidence: t.expose('confidence', {
      type: Confidence,
      description: 'How well this section supports the fact.',
    }),
  }),
});

interface EditionData {
  readonly date: IsoDate;
  readonly sources: readonly SourceData[];
}

const editionList: readonly EditionData[] = editions.map((date) => ({
  date,
  sources: catalog.sources.filter((source) => source.isReferenceEdition && source.date === date),
}));

const editionByDate = new Map(editionList.map((edition) => [edition.date, edition]));

/** The edition of this date, which must be among those that the data carries. */
export function editionOf(date: IsoDate): EditionData {
  return editionByDate.get(date) as EditionData;
}

export const Edition = builder.objectRef<EditionData>('Edition');

Edition.implement({
  description: 'An edition of the network reference whose port table the data carries.',
  fields: (t) => ({
    date: t.expose('date', { type: 'Date', description: 'Date of the edition; names it.' }),
    sources: t.expose('sources', { type: [Source], description: 'The documents of the edition.' }),
  }),
});

builder.queryFields((t) => ({
  editions: t.field({
    type: [Edition],
    description: 'Editions of the network reference that the data carries, oldest first.',
    resolve: () => editionList,
  }),
  sources: t.field({
    type: [Source],
    complexity: { multiplier: catalog.sources.length },
    description: 'All documents and weekly files that facts are taken from, oldest first.',
    resolve: () => catalog.sources,
  }),
}));
