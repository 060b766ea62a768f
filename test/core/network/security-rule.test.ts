/** Default rules, what-if rules and the order in which rules are evaluated. */

import { describe, expect, it } from 'vitest';
import type { AddressTerm } from '../../../core/network/address-term.ts';
import {
  defaultRules,
  denyAllRule,
  inPriorityOrder,
  type SecurityRule,
  tagsOf,
} from '../../../core/network/security-rule.ts';
import { ServiceTagIndex } from '../../../core/network/service-tags/service-tags.ts';

const tags = new ServiceTagIndex('PUBLIC');
const nameOf = (term: AddressTerm | undefined) =>
  term?.kind === 'tag' ? term.tag.name : term?.kind === 'addresses' ? term.addresses : undefined;
const everything = [0, 2 ** 32 - 1];
const everyPort = [0, 65_535];

describe('the default rules', () => {
  it.each([
    ['AllowVnetInBound', 65_000, 'INBOUND', 'ALLOW', 'VirtualNetwork', 'VirtualNetwork'],
    ['AllowAzureLoadBalancerInBound', 65_001, 'INBOUND', 'ALLOW', 'AzureLoadBalancer', everything],
    ['DenyAllInBound', 65_500, 'INBOUND', 'DENY', everything, everything],
    ['AllowVnetOutBound', 65_000, 'OUTBOUND', 'ALLOW', 'VirtualNetwork', 'VirtualNetwork'],
    ['AllowInternetOutBound', 65_001, 'OUTBOUND', 'ALLOW', everything, 'Internet'],
    ['DenyAllOutBound', 65_500, 'OUTBOUND', 'DENY', everything, everything],
  ] as const)('%s', (name, priority, direction, access, source, destination) => {
    const rule = defaultRules(tags).find((one) => one.name === name);
    expect(rule).toMatchObject({
      priority,
      direction,
      access,
      protocol: 'ANY',
      sourcePorts: everyPort,
      destinationPorts: everyPort,
      isDefault: true,
      isContested: false,
      index: -1,
      path: '',
    });
    expect([rule?.source, rule?.destination].map((terms) => terms?.map(nameOf))).toEqual([
      [source],
      [destination],
    ]);
  });

  it('are six', () => {
    expect(defaultRules(tags)).toHaveLength(6);
  });
});

it.each(['INBOUND', 'OUTBOUND'] as const)('a what-if denies all %s traffic last', (direction) => {
  const rule = denyAllRule(direction);
  expect(rule).toMatchObject({
    name: `what-if-deny-all-${direction.toLowerCase()}`,
    priority: 4096,
    direction,
    access: 'DENY',
    protocol: 'ANY',
    isDefault: false,
    index: -1,
    path: '',
  });
  expect([rule.source, rule.destination].map((terms) => terms.map(nameOf))).toEqual([
    [everything],
    [everything],
  ]);
});

const rule = (name: string, priority: number | undefined, path = '/rules/0'): SecurityRule => ({
  ...denyAllRule('INBOUND'),
  name,
  priority,
  path,
});

describe('the order of evaluation', () => {
  it.each<[string, SecurityRule[], string]>([
    ['the lower priority first', [rule('a', 200), rule('b', 100)], 'b a'],
    ['an open priority before all others', [rule('a', 100), rule('b', undefined)], 'b a'],
    ['a rule of the input before one of a what-if', [rule('a', 1, ''), rule('b', 1)], 'b a'],
    ['by name where all else is equal', [rule('b', 1), rule('a', 1), rule('c', 1)], 'a b c'],
    ['equal names as they are', [rule('a', 1), rule('a', 1)], 'a a'],
    ['nothing', [], ''],
  ])('%s', (_, rules, names) => {
    expect(
      inPriorityOrder(rules)
        .map(({ name }) => name)
        .join(' '),
    ).toBe(names);
    expect(
      inPriorityOrder(rules.toReversed())
        .map(({ name }) => name)
        .join(' '),
    ).toBe(names);
  });

  it('leaves the list that it is given alone', () => {
    const rules = [rule('b', 2), rule('a', 1)];
    inPriorityOrder(rules);
    expect(rules.map(({ name }) => name)).toEqual(['b', 'a']);
  });
});

it('the tags of rules are those of both ends, each once', () => {
  const names = tagsOf(defaultRules(tags)).map(({ name }) => name);
  expect(names).toEqual(['VirtualNetwork', 'AzureLoadBalancer', 'Internet']);
  expect(tagsOf([denyAllRule('INBOUND')])).toEqual([]);
});
