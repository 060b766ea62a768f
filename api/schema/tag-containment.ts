/** How much of one service tag lies within another. */

import {
  serviceTagContains,
  type TagContainment as TagContainmentData,
} from '../../core/answers/service-tag-contains.ts';
import { citationsOf } from '../../core/notes.ts';
import { catalog, findServiceTag } from '../../data/index.ts';
import type { Cited } from '../../data/model.ts';
import { ServiceTagFile } from './about.ts';
import { TagRelation } from './answer-enums.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { useInstead } from './deprecation.ts';
import { answer } from './user-input.ts';

function relationInWords({ outer, inner, relation }: TagContainmentData): string {
  switch (relation) {
    case 'CONTAINED':
      return `${outer} contains every address of ${inner}.`;
    case 'PARTIAL':
      return `${outer} contains a part of the addresses of ${inner}.`;
    case 'DISJOINT':
      return `${outer} and ${inner} share no address.`;
    case 'UNKNOWN':
      return `No weekly service-tag file has both ${outer} and ${inner}, and no document says what they have in common.`;
  }
}

function summaryOf(containment: TagContainmentData): string {
  const { innerAddresses, commonAddresses, serviceTagVersion } = containment;
  const sentence = relationInWords(containment);
  return serviceTagVersion === null
    ? sentence
    : `${sentence} In the weekly file ${serviceTagVersion} they have ${commonAddresses} of ${innerAddresses} IPv4 addresses in common.`;
}

/** A regional version rests on what is said of the whole tag; tags without an entry have no citations of their own. */
function citedTag(name: string): readonly Cited[] {
  const tag = findServiceTag(name) ?? findServiceTag(name.split('.')[0] ?? '');
  return tag === undefined ? [] : [tag];
}

const TagContainment = builder.objectRef<TagContainmentData>('TagContainment');

TagContainment.implement({
  description:
    'How the IPv4 addresses of two service tags relate: measured in a weekly file, inferred where no weekly file has both.',
  fields: (t) => ({
    outer: t.exposeString('outer', {
      description: 'Name of the outer tag as the weekly files spell it.',
    }),
    inner: t.exposeString('inner', {
      description: 'Name of the inner tag as the weekly files spell it, or the prefix.',
    }),
    relation: t.expose('relation', {
      type: TagRelation,
      description:
        'How the two relate; where no weekly file has both, by documented and measured containments.',
    }),
    summary: t.string({
      description:
        'The relation as a sentence, with the numbers of addresses where it was measured.',
      resolve: summaryOf,
    }),
    fraction: t.exposeFloat('fraction', {
      nullable: true,
      description:
        'Share of the inner tag that is in the outer one, 0 to 1; null where no weekly file has both, and for a tag without IPv4 addresses.',
    }),
    innerAddresses: t.exposeFloat('innerAddresses', {
      nullable: true,
      description: 'Number of IPv4 addresses of the inner tag; null where no weekly file has both.',
    }),
    commonAddresses: t.exposeFloat('commonAddresses', {
      nullable: true,
      description: 'Number of IPv4 addresses in both tags; null where no weekly file has both.',
    }),
    serviceTagFile: t.field({
      type: ServiceTagFile,
      nullable: true,
      description: 'The weekly file that was measured; null where the relation is inferred.',
      resolve: ({ serviceTagVersion }, _, { serviceTagFiles }) =>
        serviceTagFiles.find(({ version }) => version === serviceTagVersion) ?? null,
    }),
    serviceTagVersion: t.exposeString('serviceTagVersion', {
      nullable: true,
      deprecationReason: useInstead('serviceTagFile, whose cloud is one of this API'),
      description:
        'Cloud, change number and date of the weekly file that was measured; null for none.',
    }),
    citations: t.field({
      type: [Citation],
      description:
        'Where the tags are described, and the weekly files that containments were measured in beforehand.',
      resolve: ({ outer, inner }) =>
        citationsOf(...[outer, inner].flatMap(citedTag), catalog.serviceTagRelations),
    }),
  }),
});

builder.queryField('serviceTagContains', (t) =>
  t.field({
    type: TagContainment,
    nullable: true,
    description:
      'How much of a service tag, or of an IPv4 prefix, is in a service tag. Error BAD_USER_INPUT for a name that is not a service tag, and for a prefix with host bits.',
    args: {
      outer: t.arg.string({
        required: true,
        description: 'Name of the outer tag, for example AzureCloud.westeurope.',
      }),
      inner: t.arg.string({
        required: true,
        description:
          'Name of the inner tag, for example Storage.WestEurope, or an IPv4 prefix such as 13.69.64.0/18.',
      }),
    },
    resolve: (_, { outer, inner }, { serviceTagFiles }) =>
      answer(() => serviceTagContains(outer, inner, serviceTagFiles)),
  }),
);
