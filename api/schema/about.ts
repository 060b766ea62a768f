/** What a client is talking to: the version of the API, how fresh its facts are, and which weekly files it uses. */

import type { ServiceTagFile as ServiceTagFileData } from '../../core/network/service-tags/service-tag-file.ts';
import { catalog, cloudByName, newestEdition } from '../../data/index.ts';
import type { Cloud as CloudData } from '../../data/model.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { limits } from '../limits.ts';
import { builder } from './builder.ts';
import { Cloud } from './clouds.ts';
import { ErrorCode, errorCodes, Limits } from './error-codes.ts';

export const ServiceTagFile = builder.objectRef<ServiceTagFileData>('ServiceTagFile');

ServiceTagFile.implement({
  description:
    'A weekly download "Azure IP Ranges and Service Tags" that the server uses: the one that comes with this version, or a newer one that it was given.',
  fields: (t) => ({
    cloud: t.field({
      type: Cloud,
      description: 'The cloud whose service tags it lists.',
      resolve: ({ cloud }) => cloudByName.get(cloud) as CloudData,
    }),
    changeNumber: t.exposeInt('changeNumber', {
      description: 'Number of its revision; a later file of the same cloud has a higher one.',
    }),
    date: t.field({
      type: 'Date',
      nullable: true,
      description: 'Date in the name of the file; null where the name has none.',
      resolve: ({ date }) => date ?? null,
    }),
  }),
});

const About = builder.objectRef<{ readonly version: string }>('About');

About.implement({
  description:
    'The version of this API, how fresh its facts are, and the files that it decides by.',
  fields: (t) => ({
    version: t.exposeString('version', {
      description: 'Version of API and facts, by the rules of semantic versioning.',
    }),
    newestEdition: t.field({
      type: 'Date',
      description: 'The newest edition of the network reference that the facts carry.',
      resolve: () => newestEdition,
    }),
    newestSource: t.field({
      type: 'Date',
      description: 'Date of the newest document or weekly file that a fact cites.',
      resolve: () => catalog.sources.map(({ date }) => date).reduce((a, b) => (a > b ? a : b)),
    }),
    limits: t.field({
      type: Limits,
      description: 'What one request may contain and cost; the API refuses more.',
      resolve: () => limits,
    }),
    errorCodes: t.field({
      type: [ErrorCode],
      description: 'The codes that errors of this version can have.',
      resolve: () => errorCodes,
    }),
    serviceTagFiles: t.field({
      type: [ServiceTagFile],
      description: 'The weekly service-tag files that the server uses, one for each cloud.',
      resolve: (_, __, { serviceTagFiles }) => serviceTagFiles,
    }),
  }),
});

builder.queryField('about', (t) =>
  t.field({
    type: About,
    description: 'Version of the API, freshness of its facts, and the weekly files it uses.',
    resolve: () => ({ version: packageJson.version }),
  }),
);
