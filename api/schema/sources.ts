/** Where facts come from: the sources, and the editions of the network reference among them. */

import { catalog, editions } from '../../data/index.ts';
import type { IsoDate, Source as SourceData } from '../../data/model.ts';
import { builder } from './builder.ts';
import { Source } from './citations.ts';
import { Fact, factsByKind } from './fact.ts';

Source.implement({
  description: 'A document in one dated edition, or one weekly service-tag file.',
  interfaces: [Fact],
  fields: (t) => ({
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
    id: t.exposeID('date', {
      description: 'The date of the edition, so that caches tell editions apart.',
    }),
    date: t.expose('date', { type: 'Date', description: 'Date of the edition; names it.' }),
    sources: t.expose('sources', {
      type: [Source],
      description: 'The documents with the port table of the edition.',
    }),
  }),
});

builder.queryFields((t) => ({
  editions: t.field({
    type: [Edition],
    description: 'Editions of the network reference that the data carries, oldest first.',
    resolve: () => editionList,
  }),
  edition: t.field({
    type: Edition,
    nullable: true,
    description: 'The edition of this date; null where the data carries none.',
    args: {
      date: t.arg({
        type: 'Date',
        required: true,
        description: 'Date of the edition; see editions.',
      }),
    },
    resolve: (_, { date }) => editionByDate.get(date) ?? null,
  }),
  sources: t.field({
    type: [Source],
    complexity: { multiplier: catalog.sources.length },
    description: 'All documents and weekly files that facts are taken from, oldest first.',
    resolve: () => catalog.sources,
  }),
  source: t.field({
    type: Source,
    nullable: true,
    description: 'The document or weekly file with this id; null where there is none.',
    args: {
      id: t.arg.id({ required: true, description: 'Id of the source, as sources lists it.' }),
    },
    resolve: (_, { id }) => factsByKind.SOURCE.find(id) ?? null,
  }),
}));
