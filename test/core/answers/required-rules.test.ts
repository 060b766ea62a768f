/** The rules of each tier, mode, platform and edition; regional tags; what is refused, and how. */

import { describe, expect, it } from 'vitest';
import { requireRegion } from '../../../core/answers/region.ts';
import {
  applicableRules,
  type RequiredRulesInput,
  type RuleScope,
  requiredRules,
  statementsOf,
} from '../../../core/answers/required-rules.ts';
import { findSubnetArithmetic } from '../../../core/answers/subnet-plan.ts';
import { InputError } from '../../../core/input-error.ts';
import { render, ruleFormats } from '../../../core/render/index.ts';
import { catalog, editions } from '../../../data/index.ts';
import { computePlatforms, tiers, virtualNetworkTypes } from '../../../data/model.ts';
import { pinned } from '../../support/pinned-edition.ts';

const input = (change: Partial<RequiredRulesInput> = {}) =>
  pinned<RequiredRulesInput>({
    region: 'westeurope',
    tier: 'PREMIUM',
    virtualNetworkType: 'EXTERNAL',
    platform: 'STV2',
    additionalRegions: [],
    includeOptional: false,
    features: [],
    useRegionalTags: false,
    ...change,
  });
const deployment = (change: Partial<RuleScope> = {}) =>
  pinned<RuleScope>({
    tier: 'PREMIUM',
    virtualNetworkType: 'EXTERNAL',
    platform: 'STV2',
    isMultiRegion: false,
    features: [],
    ...change,
  });

function problemOf(run: () => unknown): InputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Rules of the first location as "IN storage 443". */
const summary = (change: Partial<RequiredRulesInput>) =>
  requiredRules(input(change))[0]?.securityRules.map(
    (rule) =>
      `${rule.direction === 'INBOUND' ? 'IN' : 'OUT'} ${rule.portRuleId} ${rule.destinationPortRanges.join(',')}`,
  );

const minimum2023 = ['OUT storage 443', 'OUT azure-sql 1433', 'OUT key-vault 443'];
const rows2026 = [
  'IN client-traffic 443',
  'IN management-endpoint 3443',
  'OUT certificate-validation 80',
  'OUT storage 443',
  'OUT azure-sql 1433',
  'OUT key-vault 443',
  'OUT azure-monitor 1886,443',
  'IN load-balancer 6390',
];

describe('statementsOf', () => {
  it.each([
    [undefined, 'STV1', '2023-11-29', 16],
    ['2023-11-29', undefined, '2023-11-29', 19],
    ['2021-08-06', 'STV1', '2021-08-06', 14],
    ['2025-06-17', 'STV2', '2025-06-17', 16],
    ['2026-04-30', 'STV2', '2026-04-30', 16],
    ['2023-01-06', undefined, '2023-01-06', 17],
    ['2023-01-06', 'STV2', '2023-01-06', 14],
    ['2023-01-06', 'STV1', '2023-01-06', 15],
    ['2019-09-09', undefined, '2019-09-09', 14],
    ['2019-09-09', 'STV1', '2019-09-09', 14],
  ] as const)('edition %s, platform %s: table of %s, %i rows', (edition, platform, read, count) => {
    const rows = statementsOf(edition, platform);
    expect(new Set(rows.map(({ statement }) => statement.edition))).toEqual(new Set([read]));
    expect(rows).toHaveLength(count);
  });
});

describe('requiredRules', () => {
  it.each<[string, Partial<RequiredRulesInput>, string[]]>([
    ['Premium, external', {}, rows2026],
    ['Developer, external', { tier: 'DEVELOPER' }, rows2026],
    ['Premium, internal', { virtualNetworkType: 'INTERNAL' }, rows2026.slice(1)],
    [
      'several regions, external',
      { additionalRegions: ['northeurope'] },
      [...rows2026, 'IN traffic-manager 443'],
    ],
    [
      'several regions, internal',
      { virtualNetworkType: 'INTERNAL', additionalRegions: ['northeurope'] },
      rows2026.slice(1),
    ],
    [
      '2023, stv2',
      { edition: '2023-01-06' },
      [...rows2026.slice(0, 2), ...minimum2023, 'IN load-balancer 6390'],
    ],
    [
      'stv1, the last edition that had it',
      { platform: 'STV1' },
      [
        ...rows2026.slice(0, 2),
        ...minimum2023.slice(0, 2),
        'OUT azure-monitor 1886,443',
        'IN load-balancer-stv1 *',
      ],
    ],
    [
      'stv1, Developer: the probe is for Premium',
      { platform: 'STV1', tier: 'DEVELOPER' },
      [...rows2026.slice(0, 2), ...minimum2023.slice(0, 2), 'OUT azure-monitor 1886,443'],
    ],
    [
      '2019: recommended rows after the two required',
      { platform: 'STV1', edition: '2019-09-09', virtualNetworkType: 'INTERNAL' },
      [
        'OUT storage 80,443',
        'OUT azure-sql 1433',
        'IN management-endpoint 3443',
        'OUT entra-id 80,443',
        'OUT event-hub 5672',
        'OUT azure-monitor 443',
        'IN internal-cache 6381-6383',
        'OUT internal-cache 6381-6383',
        'OUT git-file-share 445',
        'IN load-balancer-stv1 *',
        'OUT resource-health 1886',
        'OUT smtp-25 25',
        'OUT smtp-587 587',
        'OUT smtp-25028 25028',
      ],
    ],
    ['Standard v2', { tier: 'STANDARD_V2' }, ['OUT v2-key-vault 443', 'OUT v2-storage 443']],
    [
      'Premium v2, whatever edition and platform are named',
      {
        tier: 'PREMIUM_V2',
        virtualNetworkType: 'INTERNAL',
        edition: '2019-09-09',
        platform: 'STV1',
      },
      ['OUT v2-key-vault 443', 'OUT v2-storage 443'],
    ],
    [
      'a feature that needs a bracketed port',
      { features: ['PLAIN_HTTP'] },
      ['IN client-traffic 80,443', ...rows2026.slice(1)],
    ],
    [
      'optional rules and bracketed ports',
      { includeOptional: true },
      [
        'IN client-traffic 80,443',
        ...rows2026.slice(1),
        'OUT entra-id 443',
        'OUT credential-manager 443',
        'OUT event-hub 5671,5672,443',
        'IN external-cache 10000',
        'OUT external-cache 10000',
        'IN internal-cache 6381-6383',
        'OUT internal-cache 6381-6383',
        'IN rate-limit-counters 4290',
        'OUT rate-limit-counters 4290',
        'IN traffic-manager 443',
        'IN machine-health-probe 6391',
      ],
    ],
  ])('%s', (_, change, expected) => {
    expect(summary(change)).toEqual(expected);
  });

  it('writes a rule out in full', () => {
    const [location] = requiredRules(input());
    expect(location?.region.name).toBe('westeurope');
    expect(location?.securityRules[1]).toEqual({
      name: 'Allow-Inbound-ManagementEndpoint',
      priority: 220,
      direction: 'INBOUND',
      access: 'ALLOW',
      protocol: 'TCP',
      sourceAddressPrefixes: ['ApiManagement'],
      sourcePortRanges: ['*'],
      destinationAddressPrefixes: ['VirtualNetwork'],
      destinationPortRanges: ['3443'],
      description: expect.stringMatching(/^Management endpoint: /),
      portRuleId: 'management-endpoint',
    });
  });

  it.each([
    ['westeurope', [], [['Storage.WestEurope', 'Sql.WestEurope']]],
    [
      'West Europe',
      ['North Europe'],
      [
        ['Storage.WestEurope', 'Sql.WestEurope'],
        ['Storage.NorthEurope', 'Storage.WestEurope', 'Sql.NorthEurope', 'Sql.WestEurope'],
      ],
    ],
    ['norwayeast', [], [['Storage.NorwayEast', 'Sql.NorwayEast']]],
    ['usgoviowa', [], [['Storage', 'Sql']]],
    [
      'usgoviowa',
      ['usgovvirginia'],
      [
        ['Storage', 'Sql'],
        ['Storage', 'Sql'],
      ],
    ],
  ])('regional tags: %s and %j', (region, additionalRegions, expected) => {
    const locations = requiredRules(input({ region, additionalRegions, useRegionalTags: true }));
    const remote = locations.map(({ securityRules }) =>
      securityRules
        .flatMap((rule) => rule.destinationAddressPrefixes)
        .filter((prefix) => /^(Storage|Sql|EventHub)/.test(prefix)),
    );
    expect(remote).toEqual(expected);
  });

  it('gives, for every deployment there is, rules that Resource Manager takes', () => {
    const offenders: string[] = [];
    const everything = tiers.flatMap((tier) =>
      virtualNetworkTypes
        .filter((virtualNetworkType) => findSubnetArithmetic(tier, virtualNetworkType))
        .flatMap((virtualNetworkType) =>
          computePlatforms.flatMap((platform) =>
            [true, false].flatMap((includeOptional) =>
              [undefined, ...editions].map((edition) => ({
                tier,
                virtualNetworkType,
                platform,
                includeOptional,
                useRegionalTags: includeOptional,
                additionalRegions: tier === 'PREMIUM' ? ['francecentral', 'uksouth'] : [],
                ...(edition && { edition }),
              })),
            ),
          ),
        ),
    );
    for (const change of everything) {
      let locations: ReturnType<typeof requiredRules>;
      try {
        locations = requiredRules(input(change));
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect(change.edition).toBeDefined();
        continue;
      }
      for (const { securityRules } of locations) {
        const names = new Set(securityRules.map((rule) => rule.name.toLowerCase()));
        const priorities = new Set(
          securityRules.map((rule) => `${rule.direction}${rule.priority}`),
        );
        const isWell =
          securityRules.length > 0 &&
          names.size === securityRules.length &&
          priorities.size === securityRules.length &&
          securityRules.every(
            (rule) =>
              /^[A-Za-z][\w.-]{0,78}\w$/.test(rule.name) &&
              rule.priority % 20 === 0 &&
              rule.priority >= 200 &&
              rule.priority < 4096 &&
              rule.sourceAddressPrefixes.length === 1 &&
              rule.destinationAddressPrefixes.length === 1 &&
              rule.description.length <= 140,
          );
        if (!isWell) offenders.push(JSON.stringify(change));
      }
      const groups = locations.map(({ region, securityRules }) => ({
        region: region.name,
        rules: securityRules,
      }));
      for (const format of ruleFormats) expect(render(format, groups)).toMatch(/\S\r?\n$/);
    }
    expect(everything.length).toBeGreaterThan(90);
    expect(offenders).toEqual([]);
  });
});

describe('requiredRules refuses', () => {
  const path = (...keys: (string | number)[]) => keys;
  it.each<[string, Partial<RequiredRulesInput>, (string | number)[], RegExp]>([
    ['an unknown region', { region: 'wst europe' }, path('region'), /West Europe \(westeurope\)/],
    ['a tier without networking', { tier: 'CONSUMPTION' }, path('tier'), /PREMIUM_V2 \(EXTERNAL/],
    ['Basic', { tier: 'BASIC' }, path('tier'), /DEVELOPER \(EXTERNAL or INTERNAL\)/],
    ['Standard', { tier: 'STANDARD' }, path('tier'), /STANDARD_V2 \(EXTERNAL\)/],
    ['Basic v2', { tier: 'BASIC_V2' }, path('tier'), /PREMIUM \(EXTERNAL or INTERNAL\)/],
    [
      'no virtual network',
      { virtualNetworkType: 'NONE' },
      path('virtualNetworkType'),
      /EXTERNAL, INTERNAL/,
    ],
    [
      'injection of Standard v2',
      { tier: 'STANDARD_V2', virtualNetworkType: 'INTERNAL' },
      path('virtualNetworkType'),
      /accepted: EXTERNAL$/,
    ],
    [
      'an edition that the data lacks',
      { edition: '2020-06-10' },
      path('edition'),
      new RegExp(`accepted: ${editions.join(', ')}; nearest: 2021-08-06`),
    ],
    [
      'stv2 in 2019',
      { edition: '2019-09-09' },
      path('edition'),
      new RegExp(`STV2.*accepted: ${editions.slice(1).join(', ')}`),
    ],
    [
      'stv1 in 2026',
      { edition: '2026-04-30', platform: 'STV1' },
      path('edition'),
      /STV1.*accepted: 2019-09-09, 2021-08-06, 2023-01-06, 2023-11-29;/,
    ],
    [
      'a second region of Developer',
      { tier: 'DEVELOPER', additionalRegions: ['uksouth'] },
      path('tier'),
      /accepted: PREMIUM$/,
    ],
    [
      'a second region of Premium v2',
      { tier: 'PREMIUM_V2', additionalRegions: ['uksouth'] },
      path('tier'),
      /accepted: PREMIUM$/,
    ],
    [
      'the primary region again, under another name',
      { additionalRegions: ['uksouth', 'West Europe'] },
      path('additionalRegions', 1),
      /West Europe is listed twice/,
    ],
    [
      'a region twice',
      { additionalRegions: ['uksouth', 'UK South'] },
      path('additionalRegions', 1),
      /UK South is listed twice/,
    ],
    [
      'a region of another cloud',
      { additionalRegions: ['chinaeast2'] },
      path('additionalRegions', 0),
      /regions of PUBLIC/,
    ],
    [
      'an unknown further region',
      { additionalRegions: ['uksouth', 'constructor'] },
      path('additionalRegions', 1),
      /no region has this name/,
    ],
    [
      'a thousand regions',
      { additionalRegions: Array.from({ length: 1000 }, (_, index) => `region-${index}`) },
      path('additionalRegions', 0),
      /no region has this name/,
    ],
  ])('%s', (_, change, at, message) => {
    const problem = problemOf(() => requiredRules(input(change)));
    expect(problem.path).toEqual(at);
    expect(problem.message).toMatch(message);
    expect(problem.accepted.length).toBeGreaterThan(0);
  });
});

describe('applicableRules', () => {
  const necessity = (change: Partial<RuleScope>, id: string) =>
    applicableRules(deployment(change)).find(({ rule }) => rule.id === id)?.necessity;

  it.each<[string, Partial<RuleScope>, string, string | undefined]>([
    ['a required row', {}, 'storage', 'REQUIRED'],
    ['an optional row', {}, 'event-hub', 'OPTIONAL'],
    [
      'an optional row whose feature is in use',
      { features: ['EVENT_HUB_LOGGING'] },
      'event-hub',
      'REQUIRED',
    ],
    ['another feature', { features: ['EXTERNAL_CACHE'] }, 'event-hub', 'OPTIONAL'],
    ['a condition unmet', {}, 'traffic-manager', 'OPTIONAL'],
    ['a condition met', { isMultiRegion: true }, 'traffic-manager', 'REQUIRED'],
    ['a condition on the tier, met', { platform: 'STV1' }, 'load-balancer-stv1', 'REQUIRED'],
    [
      'a condition on the tier, unmet',
      { platform: 'STV1', tier: 'DEVELOPER' },
      'load-balancer-stv1',
      'OPTIONAL',
    ],
    [
      'a recommended row',
      { platform: 'STV1', edition: '2019-09-09' },
      'resource-health',
      'RECOMMENDED',
    ],
    ['a row of the other mode', { virtualNetworkType: 'INTERNAL' }, 'client-traffic', undefined],
    ['a row of the other tiers', { tier: 'PREMIUM_V2' }, 'storage', undefined],
  ])('%s', (_, change, id, expected) => {
    expect(necessity(change, id)).toBe(expected);
  });

  it.each([
    ['STANDARD', 'INTERNAL'],
    ['STANDARD_V2', 'INTERNAL'],
    ['PREMIUM', 'NONE'],
  ] as const)('has none for %s with %s', (tier, virtualNetworkType) => {
    expect(applicableRules(deployment({ tier, virtualNetworkType }))).toEqual([]);
  });
});

describe('requireRegion', () => {
  it.each(['westeurope', 'West Europe', 'WEST-EUROPE', ' west_europe '])('finds %j', (name) => {
    expect(requireRegion(name, []).name).toBe('westeurope');
  });

  it.each([
    ['westeurop', 'West Europe (westeurope)'],
    ['India Centrl', 'Central India (centralindia)'],
    ['India Centrl', 'Jio India Central (jioindiacentral)'],
    ['francecentrall', 'France Central (francecentral)'],
  ])('%j: suggests %s', (name, suggestion) => {
    expect(problemOf(() => requireRegion(name, [])).message).toContain(suggestion);
  });

  it.each(['', ' ', 'x', '__proto__', 'constructor', 'toString', '\u0000\n', '🦄'.repeat(99)])(
    '%j: answers with three regions and a short message',
    (name) => {
      const problem = problemOf(() => requireRegion(name, ['region']));
      expect(problem.message.match(/ \(\w+\)/g)).toHaveLength(3);
      expect(problem.message.length).toBeLessThan(330);
      expect(problem.message).toBe(problem.message.replace(/\p{Cc}/gu, ''));
    },
  );

  it('cuts a long name, in the message and in the error', () => {
    const problem = problemOf(() => requireRegion('x'.repeat(1_000_000), ['region']));
    expect(problem.message.length).toBeLessThan(330);
    expect(String(problem.given)).toHaveLength(80);
  });

  it('finds every region by each of its names', () => {
    const offenders = catalog.regions.flatMap((region) =>
      [region.name, region.displayName, ...region.aliases].filter(
        (name) => requireRegion(name, []) !== region,
      ),
    );
    expect(offenders).toEqual([]);
  });
});
