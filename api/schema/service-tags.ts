/** The service tags that the port rules use, or that users use instead. */

import { catalog, findServiceTag } from '../../data/index.ts';
import type { ServiceTag as ServiceTagData } from '../../data/model.ts';
import { builder } from './builder.ts';
import { useInstead } from './deprecation.ts';
import { Fact } from './fact.ts';

/** The file of the port rules adds its field portRules. */
export const ServiceTag = builder.objectRef<ServiceTagData>('ServiceTag');

ServiceTag.implement({
  description: 'A name for address prefixes that Azure maintains, for use in security rules.',
  interfaces: [Fact],
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Spelling of the service-tag file, or of the platform, for example Sql.',
    }),
    aliases: t.exposeStringList('aliases', {
      description: 'Classic and display spellings found in documents, for example SQL.',
    }),
    description: t.exposeString('description', {
      description: 'Which addresses the tag stands for, in words.',
    }),
    isRegional: t.exposeBoolean('isRegional', {
      description: 'Whether the tag has regional versions, as Storage.WestEurope.',
    }),
    isPlatformTag: t.exposeBoolean('isPlatformTag', {
      description:
        'True for Internet, VirtualNetwork and AzureLoadBalancer, which no service-tag file lists.',
    }),
    isRegionalVersionAccepted: t.exposeBoolean('mayBeRegional', {
      description:
        "Whether the documents accept the tag's version for the region of the instance, as Storage.WestEurope, instead of the whole tag.",
    }),
    mayBeRegional: t.exposeBoolean('mayBeRegional', {
      deprecationReason: useInstead('isRegionalVersionAccepted, which means the same'),
      description: 'Whether the documents accept the version for the region of the instance.',
    }),
  }),
});

builder.queryFields((t) => ({
  serviceTags: t.field({
    type: [ServiceTag],
    complexity: { multiplier: catalog.serviceTags.length },
    description: 'Service tags that the port rules name, and those that users use instead.',
    resolve: () => catalog.serviceTags,
  }),
  serviceTag: t.field({
    type: ServiceTag,
    nullable: true,
    description:
      'The service tag with this name; null when there is none. Regional versions have no entry.',
    args: {
      name: t.arg.string({
        required: true,
        description: 'Name or documented alias; case, spaces, hyphens and underscores are ignored.',
      }),
    },
    resolve: (_, { name }) => findServiceTag(name) ?? null,
  }),
}));
