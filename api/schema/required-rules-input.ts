/** The input of the query requiredRules. */

import { builder } from './builder.ts';
import { ComputePlatform, Feature, Tier, VirtualNetworkType } from './enums.ts';

export const RequiredRulesInput = builder.inputType('RequiredRulesInput', {
  description: 'The deployment that needs the security rules.',
  fields: (t) => ({
    region: t.string({
      required: true,
      description: 'Primary region: programmatic name, display name or documented alias.',
    }),
    tier: t.field({
      type: Tier,
      required: true,
      description:
        'Tier of the instance; one that takes part in no virtual network has no rules and is refused.',
    }),
    virtualNetworkType: t.field({
      type: VirtualNetworkType,
      required: true,
      description: 'Network mode; NONE has no rules and is refused.',
    }),
    platform: t.field({
      type: ComputePlatform,
      required: true,
      defaultValue: 'STV2',
      description: 'Compute platform; without effect for the v2 tiers.',
    }),
    additionalRegions: t.stringList({
      required: true,
      defaultValue: [],
      description: 'Further regions of a multi-region instance; region is the primary one.',
    }),
    includeOptional: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether optional rules and bracketed ports are included.',
    }),
    features: t.field({
      type: [Feature],
      required: true,
      defaultValue: [],
      description: 'Optional features in use; their optional rules and ports are then required.',
    }),
    useRegionalTags: t.boolean({
      required: true,
      defaultValue: false,
      description:
        'Storage.WestEurope instead of Storage, for the tags that documents let be narrowed to a region.',
    }),
    edition: t.field({
      type: 'Date',
      description:
        'Edition of the port table; the newest with a table for the platform when none is named. Without effect for the v2 tiers.',
    }),
  }),
});
