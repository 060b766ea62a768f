/** Where an address is known from. */

import {
  type AddressLookup as AddressLookupData,
  addressInWords,
  type FoundPrefix,
  type FoundServiceTags,
  lookupAddress,
} from '../../core/answers/lookup-address.ts';
import { InputError } from '../../core/input-error.ts';
import { cloudByName } from '../../data/index.ts';
import type {
  Cloud as CloudData,
  PlatformAddress as PlatformAddressData,
} from '../../data/model.ts';
import { ServiceTagFile } from './about.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { Cloud } from './clouds.ts';
import { ControlPlaneAddress } from './control-plane-addresses.ts';
import { useInstead } from './deprecation.ts';
import { Note } from './notes.ts';
import { Region } from './regions.ts';
import { answer, asGraphQLError } from './user-input.ts';

const ControlPlanePrefix = builder.objectRef<FoundPrefix>('ControlPlanePrefix');

ControlPlanePrefix.implement({
  description:
    'A prefix of ApiManagement, or of its part for a region, in the weekly file that the data was checked against.',
  fields: (t) => ({
    prefix: t.exposeString('prefix', { description: 'Prefix in CIDR notation, IPv4 or IPv6.' }),
    serviceTagName: t.exposeString('serviceTag', {
      description: 'Name of the tag that contains it, for example ApiManagement.WestEurope.',
    }),
    serviceTag: t.exposeString('serviceTag', {
      deprecationReason: useInstead('serviceTagName, which means the same'),
      description: 'Name of the tag that contains it.',
    }),
    cloud: t.field({
      type: Cloud,
      description: 'The cloud whose file it is in.',
      resolve: ({ cloud }) => cloudByName.get(cloud) as CloudData,
    }),
    region: t.expose('region', {
      type: Region,
      nullable: true,
      description: 'The region of the tag; null for the whole tag.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'The weekly service-tag file that lists the prefix.',
    }),
  }),
});

const ServiceTagMatch = builder.objectRef<FoundServiceTags>('ServiceTagMatch');

ServiceTagMatch.implement({
  description: 'The service tags of one weekly file that contain an address.',
  fields: (t) => ({
    cloud: t.field({
      type: Cloud,
      description: 'The cloud whose file it is.',
      resolve: ({ cloud }) => cloudByName.get(cloud) as CloudData,
    }),
    changeNumber: t.exposeInt('changeNumber', { description: 'Change number of the file.' }),
    date: t.expose('date', {
      type: 'Date',
      nullable: true,
      description: 'Date in the name of the file; null where the name has none.',
    }),
    names: t.exposeStringList('names', { description: 'Names of the tags, the smallest first.' }),
  }),
});

const PlatformAddress = builder.objectRef<PlatformAddressData>('PlatformAddress');

PlatformAddress.implement({
  description: 'An address that Azure uses for itself in every virtual network.',
  fields: (t) => ({
    address: t.exposeString('address', {
      description: 'The IPv4 address, the same in every virtual network.',
    }),
    title: t.exposeString('title', { description: 'Short name for people.' }),
    description: t.exposeString('description', {
      description: 'What uses the address, and for what.',
    }),
    citations: t.expose('citations', { type: [Citation], description: 'Where it is documented.' }),
  }),
});

const AddressLookup = builder.objectRef<AddressLookupData>('AddressLookup');

AddressLookup.implement({
  description: 'What the data and the weekly service-tag files say about one address.',
  fields: (t) => ({
    address: t.exposeString('address', {
      description: 'The address in its shortest usual spelling.',
    }),
    summary: t.string({
      description: 'Where the address is known from, as a sentence.',
      resolve: addressInWords,
    }),
    controlPlaneAddresses: t.expose('controlPlaneAddresses', {
      type: [ControlPlaneAddress],
      description: 'Documented control-plane addresses equal to it.',
    }),
    matchingPrefixes: t.expose('controlPlanePrefixes', {
      type: [ControlPlanePrefix],
      description: 'Prefixes of ApiManagement that contain it, those of regions first.',
    }),
    controlPlanePrefixes: t.expose('controlPlanePrefixes', {
      type: [ControlPlanePrefix],
      deprecationReason: useInstead(
        'matchingPrefixes, which means the same; controlPlanePrefixes of a region are texts',
      ),
      description: 'Prefixes of ApiManagement that contain it, those of regions first.',
    }),
    serviceTags: t.expose('serviceTags', {
      type: [ServiceTagMatch],
      description:
        'The service tags that contain it, for each weekly file with any; empty for IPv6.',
    }),
    searchedFiles: t.expose('searchedFiles', {
      type: [ServiceTagFile],
      description: 'The weekly files that were searched; empty for IPv6.',
    }),
    platformAddress: t.expose('platformAddress', {
      type: PlatformAddress,
      nullable: true,
      description: "What the address is within Azure's platform; null for all others.",
    }),
    privateRange: t.exposeString('privateRange', {
      nullable: true,
      description: 'The private or shared range that contains it; null for all other addresses.',
    }),
    notes: t.expose('notes', {
      type: [Note],
      description:
        'What to mind before the address goes into a rule or an allow list; often empty.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      complexity: { multiplier: 15 },
      description:
        'The documents and weekly files that the lists of this result come from; those that were searched where it is in none.',
    }),
  }),
});

builder.queryFields((t) => ({
  lookupAddress: t.field({
    complexity: 4000,
    type: AddressLookup,
    nullable: true,
    description:
      'Which documented control-plane addresses and which service tags of the weekly files contain this address. Error BAD_USER_INPUT for a prefix, a name, or anything else that is not an address.',
    args: {
      address: t.arg.string({
        required: true,
        description: 'An IPv4 or IPv6 address, for example 51.145.179.78.',
      }),
    },
    resolve: (_, { address }, { serviceTagFiles }) =>
      answer(() => lookupAddress(address, serviceTagFiles)),
  }),
  lookupAddresses: t.field({
    complexity: ({ addresses }) => ({
      field: 4000 + 400 * addresses.length,
      multiplier: 10 * addresses.length,
    }),
    type: [AddressLookup],
    nullable: { list: false, items: true },
    description:
      'The same for several addresses, in their order. An entry that is not an address is null, with an error BAD_USER_INPUT whose path has its index; the others have their results.',
    args: {
      addresses: t.arg.stringList({
        required: true,
        description: 'IPv4 and IPv6 addresses, for example those of an allow list.',
      }),
    },
    resolve: (_, { addresses }, { serviceTagFiles }) =>
      addresses.map(async (address, index) => {
        try {
          return lookupAddress(address, serviceTagFiles);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          throw asGraphQLError(error, () => ['addresses', index]);
        }
      }),
  }),
}));
