/** What a rule says for one edition and one cloud. */

import { describe, expect, it } from 'vitest';
import { remarkOn } from '../../../core/answers/port-rule.ts';
import { requiredRules } from '../../../core/answers/required-rules.ts';
import { catalog, editions, portRuleById } from '../../../data/index.ts';
import type { IsoDate, PortRule } from '../../../data/model.ts';

const remark = (id: string, edition: IsoDate) =>
  remarkOn(portRuleById.get(id) as PortRule, edition) ?? '';

describe('remarkOn', () => {
  it.each<[string, IsoDate, RegExp | '']>([
    ['entra-id', '2019-09-09', ''],
    ['entra-id', '2021-08-06', ''],
    ['entra-id', '2023-01-06', /login\.microsoftonline\.com/],
    ['storage', '2019-09-09', ''],
    ['storage', '2021-08-06', /instance's region instead.*Storage\.WestUS/],
    ['storage', '2026-04-30', /^(?!.*WestUS).*instance's region instead/],
    ['azure-sql', '2019-09-09', /^(?!.*region instead).*This edition writes SQL/],
    ['azure-sql', '2026-04-30', /other|pages on the network modes write SQL/],
    ['event-hub', '2019-09-09', ''],
    ['event-hub', '2025-06-17', /^(?!.*display name)/],
    ['external-cache', '2023-01-06', /^Port 6380/],
    ['external-cache', '2026-04-30', /^Port 10000/],
  ])('%s in %s', (id, edition, expected) => {
    if (expected === '') expect(remark(id, edition)).toBe('');
    else expect(remark(id, edition)).toMatch(expected);
  });

  it('has no remark for an edition that does not state the rule', () => {
    const unused = catalog.portRules.flatMap((rule) =>
      (rule.remarks ?? [])
        .filter(
          ({ since = editions[0] as IsoDate, until = '9999-12-31' }) =>
            !rule.statements.some(({ edition }) => since <= edition && edition <= until),
        )
        .map(({ text }) => `${rule.id}: ${text}`),
    );
    expect(unused).toEqual([]);
  });
});

describe('requiredRules', () => {
  const tagsIn = (region: string) =>
    requiredRules({
      region,
      tier: 'PREMIUM',
      virtualNetworkType: 'INTERNAL',
      platform: 'STV2',
      additionalRegions: [],
      includeOptional: true,
      features: [],
      useRegionalTags: false,
    })[0]?.securityRules.flatMap(({ destinationAddressPrefixes: tags }) => tags);

  it('leaves AzureConnectors out in China only', () => {
    expect(tagsIn('chinanorth2')).not.toContain('AzureConnectors');
    expect(tagsIn('westeurope')).toContain('AzureConnectors');
    expect(tagsIn('usgovvirginia')).toContain('AzureConnectors');
  });

  it.each(['KEY_VAULT_SECRETS', 'MICROSOFT_ENTRA_ID'] as const)(
    'asks for AzureActiveDirectory with %s',
    (feature) => {
      const [location] = requiredRules({
        region: 'westeurope',
        tier: 'PREMIUM',
        virtualNetworkType: 'INTERNAL',
        platform: 'STV2',
        additionalRegions: [],
        includeOptional: false,
        features: [feature],
        useRegionalTags: false,
      });
      expect(location?.securityRules.flatMap((rule) => rule.destinationAddressPrefixes)).toContain(
        'AzureActiveDirectory',
      );
    },
  );
});
