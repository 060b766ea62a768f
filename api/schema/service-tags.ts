/** The service tags that the port rules use, or that users use instead. */

import { serviceTagPrefixes } from '../../core/answers/service-tag-prefixes.ts';
import { catalog, findServiceTag } from '../../data/index.ts';
import type { ServiceTag as ServiceTagData } from '../../data/model.ts';
import { builder } from './builder.ts';
import { useInstead } from './deprecation.ts';
import { CloudName } from './enums.ts';
import { Fact } from './fact.ts';
import { spentList } from './response-budget.ts';
import { answer } from './user-input.ts';

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
      description: 'Which addresses the tag has, in words.',
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
    prefixes: t.stringList({
      nullable: true,
      complexity: 4000,
      description:
        'IPv4 prefixes of the tag in the weekly file of a cloud: the fewest that make up its addresses. Null where no IPv4 prefix is known for it: tags of the platform, tags without a version for the region. Error BAD_USER_INPUT for a region that is unknown or of another cloud.',
      args: {
        cloud: t.arg({
          type: CloudName,
          description:
            'The cloud whose weekly file is read: that of the region, or PUBLIC, when none is named.',
        }),
        region: t.arg.string({
          description:
            "Reads the tag's version for this region, as Storage.WestEurope: a name or documented alias.",
        }),
      },
      resolve: (tag, filter, { serviceTagFiles, budget }) => {
        const prefixes = answer(() => serviceTagPrefixes(tag, filter, serviceTagFiles));
        return prefixes && spentList(prefixes, 12, budget);
      },
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
