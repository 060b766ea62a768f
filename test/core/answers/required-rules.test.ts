/** The rules of each tier, mode, platform and edition, and their regional tags. */

import { describe, expect, it } from 'vitest';
import { type RequiredRulesInput, requiredRules } from '../../../core/answers/required-rules.ts';
import { findSubnetArithmetic } from '../../../core/answers/subnet-plan.ts';
import { InputError } from '../../../core/input-error.ts';
import { render, ruleFormats } from '../../../core/render/index.ts';
import { editions } from '../../../data/index.ts';
import { computePlatforms, tiers, virtualNetworkTypes } from '../../../data/model.ts';
import { input } from './rules-input.ts';

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
