/** Deployments that cannot be created are not answered without a word, and those that can get no note. */

import { describe, expect, it } from 'vitest';
import { availabilityNotes } from '../../../core/answers/availability.ts';
import { backendAddresses } from '../../../core/answers/backend-addresses.ts';
import { requiredRules } from '../../../core/answers/required-rules.ts';
import { requiredRulesNotes } from '../../../core/answers/required-rules-notes.ts';
import { catalog, findRegion } from '../../../data/index.ts';
import type { FeatureName, Region, Tier, VirtualNetworkType } from '../../../data/model.ts';

const regionOf = (name: string) => findRegion(name) as Region;
const notesOn = (tier: Tier, ...names: string[]) =>
  availabilityNotes(tier, names.map(regionOf)).map(({ text }) => text);

describe('availabilityNotes', () => {
  it.each<[Tier, string, RegExp]>([
    ['CONSUMPTION', 'usgovvirginia', /no Consumption tier/],
    ['CONSUMPTION', 'chinanorth2', /no Consumption tier/],
    ['STANDARD_V2', 'chinanorth2', /no v2 tiers/],
    ['PREMIUM_V2', 'usgovvirginia', /no region of Azure Government/],
    ['PREMIUM_V2', 'brazilsouth', /does not offer Premium v2.*offers Basic v2, Standard v2/],
    ['BASIC_V2', 'westus3', /does not offer Basic v2.*offers Standard v2/],
    ['STANDARD_V2', 'polandcentral', /2026-05-08 does not offer Standard v2 in Poland Central/],
    ['STANDARD_V2', 'southeastasia', /is unknown: the list of 2024-11-20 names the region/],
    ['PREMIUM_V2', 'eastus2', /currently accepts no new Premium v2 instances/],
    ['BASIC_V2', 'uksouth', /currently accepts no new Basic v2 instances/],
    ['PREMIUM', 'usgoviowa', /has no tags of US ?Gov Iowa/],
  ])('%s in %s', (tier, region, text) => {
    const notes = availabilityNotes(tier, [regionOf(region)]);
    expect(notes.map((note) => note.text)).toEqual([expect.stringMatching(text)]);
    expect(notes.filter(({ citations }) => citations.length === 0)).toEqual([]);
  });

  it.each<[Tier, string]>([
    ['PREMIUM', 'westeurope'],
    ['DEVELOPER', 'chinanorth3'],
    ['CONSUMPTION', 'westeurope'],
    ['PREMIUM_V2', 'swedencentral'],
    ['STANDARD_V2', 'canadaeast'],
  ])('says nothing of %s in %s', (tier, region) => {
    expect(notesOn(tier, region)).toEqual([]);
  });

  it('says what holds for several regions once', () => {
    expect(notesOn('CONSUMPTION', 'chinanorth', 'chinaeast')).toHaveLength(1);
  });

  it('has the rows of the table of 2026-05-08', () => {
    const count = (tier: Tier) =>
      catalog.regionAvailability.filter(({ tiers }) => tiers.includes(tier)).length;
    expect([count('BASIC_V2'), count('STANDARD_V2'), count('PREMIUM_V2')]).toEqual([30, 31, 9]);
    const gateways = catalog.regionAvailability.filter((row) => row.hasWorkspaceGateways);
    expect(gateways).toHaveLength(12);
  });
});

describe('the notes of answers', () => {
  const input = {
    region: 'westeurope',
    tier: 'PREMIUM' as Tier,
    virtualNetworkType: 'INTERNAL' as VirtualNetworkType,
    platform: 'STV2' as const,
    additionalRegions: [],
    includeOptional: false,
    features: [] as FeatureName[],
    useRegionalTags: false,
  };
  const notesFor = (change: Partial<typeof input>) => {
    const sample = { ...input, ...change };
    return requiredRulesNotes(sample, requiredRules(sample)).map(({ text }) => text);
  };

  it('of requiredRules: none without a feature', () => expect(notesFor({})).toEqual([]));

  it.each<[FeatureName, RegExp]>([
    ['KEY_VAULT_SECRETS', /service endpoint Microsoft\.KeyVault/],
    ['KEY_VAULT_SECRETS', /system-assigned identity/],
    ['SELF_HOSTED_GATEWAY', /configuration\.azure-api\.net/],
    ['SELF_HOSTED_GATEWAY', /in no public DNS/],
    ['BACKUP_RESTORE', /trusted Azure services/],
    ['MANAGED_CERTIFICATES', /port 80/],
    ['MANAGED_CERTIFICATES', /can be created.* No text says that it has ended/],
  ])('of requiredRules with %s: %s', (feature, text) => {
    expect(notesFor({ features: [feature] })).toContainEqual(expect.stringMatching(text));
  });

  it('of requiredRules: what concerns internal mode is not said of external mode', () => {
    const external = notesFor({
      virtualNetworkType: 'EXTERNAL',
      features: ['SELF_HOSTED_GATEWAY'],
    });
    expect(external.filter((text) => /internal/i.test(text))).toEqual([]);
    expect(external).not.toEqual([]);
  });

  it('of backendAddresses', () => {
    const { notes, citations } = backendAddresses({
      tier: 'CONSUMPTION',
      virtualNetworkType: 'NONE',
      region: 'chinanorth2',
      destination: 'PUBLIC',
    });
    expect(notes.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('no Consumption tier'),
    );
    expect(citations.map(({ source }) => source)).toContain('tier-features-china');
  });
});
