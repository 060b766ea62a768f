/** The queries about one deployment: requiredRules and subnetPlan, and what they answer to wrong input. */

import { describe, expect, it, test } from 'vitest';
import { ruleFormats } from '../../core/render/index.ts';
import { newestEdition } from '../../data/index.ts';
import { client } from '../support/client.ts';

const { ask, fail, post } = client();

const requiredRules = `query ($input: RequiredRulesInput!) {
  requiredRules(input: $input) {
    locations {
      region { name }
      securityRules {
        name priority direction access protocol sourceAddressPrefixes sourcePortRanges
        destinationAddressPrefixes destinationPortRanges description
        portRule { ruleId edition necessity }
      }
    }
  }
}`;

interface SecurityRule {
  readonly name: string;
  readonly priority: number;
  readonly direction: string;
  readonly destinationAddressPrefixes: readonly string[];
  readonly destinationPortRanges: readonly string[];
  readonly portRule: { readonly ruleId: string; readonly edition: string };
}

const internalPremium = { region: 'West Europe', tier: 'PREMIUM', virtualNetworkType: 'INTERNAL' };

async function locationsFor(input: object): Promise<[string, readonly SecurityRule[]][]> {
  const data = await ask(requiredRules, { input });
  return data.requiredRules.locations.map(
    (location: { region: { name: string }; securityRules: SecurityRule[] }) => [
      location.region.name,
      location.securityRules,
    ],
  );
}

async function rulesFor(input: object): Promise<readonly SecurityRule[]> {
  const [first] = await locationsFor(input);
  return first?.[1] ?? [];
}

const idsOf = (rules: readonly SecurityRule[]) => rules.map(({ portRule }) => portRule.ruleId);

describe('requiredRules', () => {
  it('gives concrete rules with the port rules behind them', async () => {
    const rules = await rulesFor(internalPremium);
    expect(rules).toContainEqual({
      name: 'Allow-Inbound-ManagementEndpoint',
      priority: expect.any(Number),
      direction: 'INBOUND',
      access: 'ALLOW',
      protocol: 'TCP',
      sourceAddressPrefixes: ['ApiManagement'],
      sourcePortRanges: ['*'],
      destinationAddressPrefixes: ['VirtualNetwork'],
      destinationPortRanges: ['3443'],
      description: expect.stringMatching(/^.{1,140}$/),
      portRule: { ruleId: 'management-endpoint', edition: newestEdition, necessity: 'REQUIRED' },
    });
    expect(idsOf(rules)).not.toContain('client-traffic');
    const priorities = rules.map(({ direction, priority }) => `${direction} ${priority}`);
    expect(new Set(priorities).size).toBe(rules.length);
  });

  it('takes a null for a field that has no default', async () => {
    expect(await rulesFor({ ...internalPremium, edition: null })).toEqual(
      await rulesFor(internalPremium),
    );
  });

  it('includes what is optional when asked', async () => {
    const external = { ...internalPremium, virtualNetworkType: 'EXTERNAL' };
    const portsOf = (rules: readonly SecurityRule[]) =>
      rules.find(({ portRule }) => portRule.ruleId === 'client-traffic')?.destinationPortRanges;
    expect(portsOf(await rulesFor(external))).toEqual(['443']);
    const everything = await rulesFor({ ...external, includeOptional: true });
    expect(portsOf(everything)).toEqual(['80', '443']);
    expect(idsOf(everything)).toContain('external-cache');
  });

  it('reads the edition asked for, and for STV1 the last that had it', async () => {
    const in2019 = await rulesFor({
      ...internalPremium,
      edition: '2019-09-09',
      platform: 'STV1',
    });
    expect(new Set(in2019.map(({ portRule }) => portRule.edition))).toEqual(
      new Set(['2019-09-09']),
    );
    expect(idsOf(await rulesFor({ ...internalPremium, platform: 'STV1' }))).not.toEqual([]);
  });

  it('knows the rules of the v2 tiers', async () => {
    const rules = await rulesFor({ ...internalPremium, tier: 'PREMIUM_V2' });
    expect(idsOf(rules)).toEqual(['v2-key-vault', 'v2-storage']);
  });

  it('gives each location its rules, with regional tags where asked', async () => {
    const locations = await locationsFor({
      ...internalPremium,
      additionalRegions: ['northeurope'],
      useRegionalTags: true,
    });
    const storageTags = locations.map(([region, rules]) => [
      region,
      rules
        .filter(({ portRule }) => portRule.ruleId === 'storage')
        .flatMap((rule) => rule.destinationAddressPrefixes),
    ]);
    expect(storageTags).toEqual([
      ['westeurope', ['Storage.WestEurope']],
      ['northeurope', ['Storage.NorthEurope', 'Storage.WestEurope']],
    ]);
  });

  test.each(ruleFormats)('is rendered as %s', async (format) => {
    const data = await ask(
      `query ($input: RequiredRulesInput!, $format: RuleFormat!) {
        requiredRules(input: $input) { render(format: $format) }
      }`,
      { input: internalPremium, format },
    );
    expect(data.requiredRules.render).toMatch(/3443[\s\S]*\n$/);
  });

  test.each<[field: string, input: object, sample: unknown]>([
    ['region', { region: 'westeurop' }, 'westeurop'],
    ['region', { region: '__proto__' }, '__proto__'],
    ['edition', { edition: '2020-02-02' }, '2020-02-02'],
    ['tier', { tier: 'CONSUMPTION' }, 'CONSUMPTION'],
    ['virtualNetworkType', { virtualNetworkType: 'NONE' }, 'NONE'],
    ['tier', { tier: 'DEVELOPER', additionalRegions: ['northeurope'] }, 'DEVELOPER'],
  ])('refuses the %s of %j', async (field, input, sample) => {
    const { message, extensions } = await fail(requiredRules, {
      input: { ...internalPremium, ...input },
    });
    expect(extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      path: ['input', field],
      given: sample,
    });
    expect(extensions.accepted ?? extensions.expected).not.toHaveLength(0);
    expect(message).toContain(`"${sample}"`);
  });

  it('names the regions nearest to one that it does not know', async () => {
    const { message } = await fail(requiredRules, {
      input: { ...internalPremium, region: 'westeurop' },
    });
    expect(message).toContain('nearest: westeurope');
  });

  it('points into a list', async () => {
    const { extensions } = await fail(requiredRules, {
      input: { ...internalPremium, additionalRegions: ['northeurope', 'nowhere'] },
    });
    expect(extensions.path).toEqual(['input', 'additionalRegions', 1]);
  });
});

describe('subnetPlan', () => {
  const plan = `query ($tier: Tier!, $mode: VirtualNetworkType!, $units: Int, $prefixLength: Int) {
    subnetPlan(tier: $tier, virtualNetworkType: $mode, units: $units, prefixLength: $prefixLength) {
      addressesNeeded reservedAddresses smallestPrefixLength recommendedPrefixLength unitLimit
      delegation usableAddresses maxUnits remainingAddresses fits citations { section }
    }
  }`;

  // The table of the networking-concepts page: units of Premium by subnet size.
  test.each([
    [29, 3, 1],
    [28, 11, 5],
    [27, 27, 13],
    [26, 59, 29],
    [25, 123, 61],
  ])('a /%i has %i usable addresses, for %i units', async (prefixLength, addresses, units) => {
    const variables = { tier: 'PREMIUM', mode: 'INTERNAL', prefixLength };
    const { subnetPlan } = await ask(plan, variables);
    expect(subnetPlan).toMatchObject({ usableAddresses: addresses, maxUnits: units });
    const { subnetPlan: full } = await ask(plan, { ...variables, units });
    expect(full).toMatchObject({ fits: true });
    const { subnetPlan: over } = await ask(plan, { ...variables, units: units + 1 });
    expect(over).toMatchObject({ fits: false });
  });

  it('takes one unit, and says nothing of a prefix, where neither is given', async () => {
    const { subnetPlan } = await ask(plan, { tier: 'PREMIUM', mode: 'INTERNAL' });
    expect(subnetPlan).toMatchObject({
      addressesNeeded: 3,
      reservedAddresses: 5,
      smallestPrefixLength: 29,
      usableAddresses: null,
      maxUnits: null,
      remainingAddresses: null,
      fits: null,
    });
    expect(subnetPlan.citations.length).toBeGreaterThan(0);
  });

  test.each<[argument: string, variables: object]>([
    ['units', { units: 0 }],
    ['units', { units: -1 }],
    ['prefixLength', { prefixLength: 33 }],
    ['prefixLength', { prefixLength: -1 }],
    ['tier', { tier: 'BASIC' }],
    ['virtualNetworkType', { mode: 'NONE' }],
  ])('refuses the %s of %j', async (argument, variables) => {
    const { extensions } = await fail(plan, { tier: 'PREMIUM', mode: 'INTERNAL', ...variables });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: [argument] });
  });
});

describe('one bad argument', () => {
  test.each([
    [
      'requiredRules(input: { region: "nope", tier: PREMIUM, virtualNetworkType: INTERNAL })',
      'notes { text }',
    ],
    ['subnetPlan(tier: PREMIUM, virtualNetworkType: INTERNAL, units: 0)', 'fits'],
    ['forcedTunneling(region: "nope", tier: PREMIUM, virtualNetworkType: INTERNAL)', 'summary'],
    ['lookupAddress(address: "nope")', 'summary'],
    ['serviceTagContains(outer: "nope", inner: "Storage")', 'fraction'],
    ['dnsPlan(instanceName: "1", privateAddress: "10.0.0.5")', 'privateAddress'],
    [
      'controlPlaneAddressComparison(before: "2001-01-01", after: "2023-01-06")',
      'added { address }',
    ],
    [
      'backendAddresses(tier: PREMIUM, virtualNetworkType: INTERNAL, region: "nope", destination: PUBLIC)',
      'allow',
    ],
    [
      'ipImpact(before: { tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [] }, after: { tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [] })',
      'summary',
    ],
  ])('of %s costs that result alone', async (field, selection) => {
    const { status, data, errors } = await post(
      `{ bad: ${field} { ${selection} } ok: regions(cloud: CHINA) { name } }`,
    );
    expect(status).toBe(200);
    expect(data.bad).toBeNull();
    expect(data.ok.length).toBeGreaterThan(0);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({ path: ['bad'], extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('of validateConfig costs that report alone', async () => {
    const input = (region: string) =>
      `input: { deployment: { tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{ region: "${region}" }] } }`;
    const { data, errors } = await post(
      `mutation { bad: validateConfig(${input('mars')}) { verdict } ok: validateConfig(${input('westeurope')}) { verdict } }`,
    );
    expect(data).toMatchObject({ bad: null, ok: { verdict: expect.any(String) } });
    expect(errors).toHaveLength(1);
  });
});
