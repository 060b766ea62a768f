/** How lists are grouped and filtered: findings by cause, facts by subject, items by words and properties. */

import { describe, expect, it } from 'vitest';
import { defaultRules } from '../../core/network/security-rule.ts';
import { ServiceTagIndex } from '../../core/network/service-tags/service-tags.ts';
import { type CausedFinding, causesOf, defaultRuleNames } from '../../site/src/lib/causes.ts';
import { factGroups } from '../../site/src/lib/fact-groups.ts';
import { isListed } from '../../site/src/lib/list-filter.ts';

describe('findings of one cause', () => {
  const finding = (more: Partial<CausedFinding>): CausedFinding => ({
    outcome: 'FAIL',
    region: 'westeurope',
    flows: [],
    rules: [],
    ...more,
  });
  const denied = finding({ flows: ['sql', 'storage'], rules: ['Deny', 'AllowStorage'] });
  const mistyped = finding({ outcome: 'PASS', flows: ['sql'], rules: ['AllowSql'] });

  it.each<[string, readonly CausedFinding[], unknown]>([
    ['none', [], []],
    ['a deny and the mistyped port that it stops', [denied, mistyped], [[0, [1]]]],
    [
      'one deny rule that breaks documented and own flows',
      [denied, finding({ rules: ['Deny'] })],
      [[0, [1]]],
    ],
    [
      'a rule that it hides and another one does, too',
      [denied, finding({ outcome: 'PASS', rules: ['Other', 'Deny'] })],
      [[0, [1]]],
    ],
    [
      'another rule that is hidden',
      [denied, finding({ outcome: 'PASS', rules: ['AllowStorage'] })],
      [
        [0, []],
        [1, []],
      ],
    ],
    [
      'the same rule in another region',
      [denied, finding({ region: 'northeurope', rules: ['Deny'] })],
      [
        [0, []],
        [1, []],
      ],
    ],
    [
      'what is fine explains nothing',
      [mistyped, mistyped],
      [
        [0, []],
        [1, []],
      ],
    ],
    [
      'a firewall or an admin rule that denies the same flow on its way',
      [
        finding({ flows: ['sql'], rules: ['noSql'] }),
        finding({ flows: ['sql'], rules: ['firewall-no-sql'] }),
        finding({ flows: ['sql'], rules: [] }),
        finding({ outcome: 'NEEDS_REVIEW', flows: ['sql'], rules: ['other'] }),
      ],
      [
        [0, []],
        [1, []],
        [2, []],
        [3, []],
      ],
    ],
    [
      'flows that no rule allows, each with its mistyped rule',
      [
        finding({ flows: ['management'], rules: ['DenyAllInBound'] }),
        finding({ flows: ['clients'], rules: ['DenyAllInBound'] }),
        finding({ flows: ['probe'], rules: ['DenyAllInBound'] }),
        finding({ outcome: 'PASS', flows: ['clients'], rules: ['AllowClients'] }),
      ],
      [
        [0, []],
        [1, [3]],
        [2, []],
      ],
    ],
    [
      'findings without rules and flows',
      [finding({}), finding({})],
      [
        [0, []],
        [1, []],
      ],
    ],
  ])('%s', (_, findings, expected) => {
    expect(causesOf(findings).map(({ main, parts }) => [main, parts])).toEqual(expected);
  });
});

it('knows the default rules by name', () => {
  const names = defaultRules(new ServiceTagIndex('PUBLIC')).map(({ name }) => name);
  expect(defaultRuleNames.toSorted()).toEqual(names.toSorted());
});

describe('groups of facts', () => {
  const fact = (title: string, tiers: readonly string[], until: string | null = null) => ({
    title,
    tiers,
    until,
  });
  it('are by subject, then by tiers, and ended facts come last', () => {
    const groups = factGroups([
      fact('Ended', ['PREMIUM'], '2023-01-06'),
      fact('Lock', ['DEVELOPER', 'PREMIUM']),
      fact('Zone: one', ['PREMIUM']),
      fact('Zone: two', ['PREMIUM_V2']),
      fact('Zone: three', ['PREMIUM']),
      fact('Pair: one', ['BASIC']),
      fact('Pair: two', ['PREMIUM_V2']),
      fact('Both', ['PREMIUM', 'PREMIUM_V2']),
    ]);
    expect(groups.map(({ id, title, facts }) => [id, title, facts.length])).toEqual([
      ['group-developer-and-premium', 'Developer and Premium', 1],
      ['group-zone', 'Zone', 3],
      ['group-classic-tiers', 'Classic tiers', 1],
      ['group-the-v2-tiers', 'The v2 tiers', 1],
      ['group-classic-and-v2-tiers', 'Classic and v2 tiers', 1],
      ['group-no-longer-documented', 'No longer documented', 1],
    ]);
  });
});

describe('the filter of a list', () => {
  const item = {
    text: 'Port that looks mistyped. A rule allows a port that no row uses.',
    properties: { topic: 'rules flows', severity: 'WARNING' },
  };
  it.each([
    ['', true],
    ['q=PORT', true],
    ['q=row+port', true],
    ['q=subnet', false],
    ['topic=flows', true],
    ['topic=flow', false],
    ['topic=rules&severity=ERROR', false],
    ['q=port&topic=rules&severity=WARNING', true],
    ['unknown=x', false],
  ])('"%s" lists the item: %s', (address, expected) => {
    expect(isListed(item, new URLSearchParams(address))).toBe(expected);
  });
});
