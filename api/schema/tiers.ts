/** The service tiers and what each can do in a virtual network. */

import { catalog, tierProfileByTier } from '../../data/index.ts';
import type {
  TierProfile as ProfileData,
  NetworkingOptionSupport as SupportData,
} from '../../data/model.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { useInstead } from './deprecation.ts';
import { NetworkingOption, Tier } from './enums.ts';
import { Fact } from './fact.ts';

const NetworkingOptionSupport = builder.objectRef<SupportData>('NetworkingOptionSupport');

NetworkingOptionSupport.implement({
  description: 'Whether a tier supports one way to connect to a private network.',
  fields: (t) => ({
    option: t.expose('option', {
      type: NetworkingOption,
      description: 'The way to connect that the other fields are about.',
    }),
    isSupported: t.exposeBoolean('isSupported', {
      description: 'Whether an instance of the tier can connect in this way.',
    }),
    remark: t.string({
      nullable: true,
      description: 'A limit on the support; null where documents name none.',
      resolve: (support) => support.note ?? null,
    }),
    note: t.string({
      nullable: true,
      deprecationReason: useInstead('remark, which means the same'),
      description: 'A limit on the support; or null.',
      resolve: (support) => support.note ?? null,
    }),
    citations: t.expose('citations', { type: [Citation], description: 'Where it is documented.' }),
  }),
});

const TierProfile = builder.objectRef<ProfileData>('TierProfile');

TierProfile.implement({
  description: 'A service tier and what it can do in a virtual network.',
  interfaces: [Fact],
  fields: (t) => ({
    name: t.expose('tier', { type: Tier, description: 'Name of the tier in this API.' }),
    displayName: t.exposeString('displayName', {
      description: 'Name as documents write it, for example Premium v2.',
    }),
    skuName: t.exposeString('skuName', {
      description: 'Value of sku.name in Azure Resource Manager.',
    }),
    description: t.exposeString('description', {
      description: 'What the tier can do in a network.',
    }),
    networking: t.expose('networking', {
      type: [NetworkingOptionSupport],
      description: 'All ways to connect to a private network, supported or not.',
    }),
    supportsMultiRegion: t.exposeBoolean('supportsMultiRegion', {
      description: 'Whether an instance can have gateways in several regions.',
    }),
    supportsAvailabilityZones: t.exposeBoolean('supportsAvailabilityZones', {
      description: 'Whether units can be spread over availability zones.',
    }),
    hasDedicatedPublicAddress: t.exposeBoolean('hasDedicatedPublicAddress', {
      description: 'Whether the public address belongs to one instance alone.',
    }),
    maxUnits: t.int({
      nullable: true,
      description: 'Documented maximum of scale units; null if no source gives one.',
      resolve: (profile) => profile.maxUnits ?? null,
    }),
  }),
});

builder.queryFields((t) => ({
  tiers: t.field({
    type: [TierProfile],
    description: 'All service tiers, with the ways in which each can connect to a network.',
    resolve: () => catalog.tierProfiles,
  }),
  tier: t.field({
    type: TierProfile,
    nullable: true,
    description: 'One service tier, with the ways in which it can connect to a network.',
    args: { name: t.arg({ type: Tier, required: true, description: 'Which of the tiers.' }) },
    resolve: (_, { name }) => tierProfileByTier.get(name) ?? null,
  }),
}));
