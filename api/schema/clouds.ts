/** The Azure clouds. */

import { catalog, cloudByName } from '../../data/index.ts';
import type { Cloud as CloudData } from '../../data/model.ts';
import { builder } from './builder.ts';
import { Citation, withFieldCitations } from './citations.ts';
import { CloudName } from './enums.ts';

/** The file of the regions adds its field regions. */
export const Cloud = builder.objectRef<CloudData>('Cloud');

Cloud.implement({
  description: 'An Azure cloud: a set of regions with control planes and host names of its own.',
  fields: (t) => ({
    id: t.exposeID('name', { description: 'The name, so that caches tell clouds apart.' }),
    name: t.expose('name', {
      type: CloudName,
      description: 'Name that arguments of this API take for the cloud.',
    }),
    displayName: t.exposeString('displayName', {
      description: 'Name as documents write it, for example Azure Government.',
    }),
    aliases: t.exposeStringList('aliases', {
      description: 'Other names in documents and weekly service-tag files.',
    }),
    hostNameSuffix: t.exposeString('hostNameSuffix', {
      description: 'Suffix of the default host names of instances, for example azure-api.net.',
    }),
    isApiManagementTagRoutable: t.exposeBoolean('isApiManagementTagRoutable', {
      description: 'Whether a user-defined route may name the service tag ApiManagement.',
    }),
    citations: t.field({
      type: [Citation],
      description: 'Where the facts on the cloud and its host names come from.',
      resolve: (cloud) => withFieldCitations(cloud.citations, cloud),
    }),
  }),
});

builder.queryFields((t) => ({
  clouds: t.field({
    type: [Cloud],
    description: 'All clouds that the facts tell apart, with the regions of each.',
    resolve: () => catalog.clouds,
  }),
  cloud: t.field({
    type: Cloud,
    nullable: true,
    description: 'One cloud, with its regions and the suffix of its host names.',
    args: { name: t.arg({ type: CloudName, required: true, description: 'Which of the clouds.' }) },
    resolve: (_, { name }) => cloudByName.get(name) ?? null,
  }),
}));
