/** Rules whose packets earlier rules decide: certain coverage counts, and nothing else. */

import { expect, it } from 'vitest';
import { type AddressTerm, parseAddresses } from '../../../core/network/address-term.ts';
import { findShadowed } from '../../../core/network/rule-coverage.ts';
import type { SecurityRule } from '../../../core/network/security-rule.ts';
import { ServiceTagIndex, type Tag } from '../../../core/network/service-tags/service-tags.ts';
import { prefixSet } from '../../../core/network/sets/ipv4.ts';
import { rule } from '../../support/small-flow.ts';

const tags = new ServiceTagIndex('PUBLIC');
const from = (name: string): Partial<SecurityRule> => {
  const term: AddressTerm = /^\d/.test(name)
    ? { kind: 'addresses', addresses: prefixSet(name) }
    : { kind: 'tag', tag: tags.find(name) as Tag };
  return { source: [term] };
};
const privateSubnet = { subnet: '10.0.0.0/24' };
const whole = { ...privateSubnet, space: '10.0.0.0/16' };

it.each<
  [
    isShadowed: boolean,
    network: { subnet: string; space?: string },
    first: Partial<SecurityRule>,
    second: Partial<SecurityRule>,
  ]
>([
  [true, whole, from('10.0.0.0/16'), from('10.0.1.0/24')],
  [false, whole, from('10.0.1.0/24'), from('10.0.0.0/16')],
  // Both ends of each side are taken, and the middle is not.
  [false, whole, { destinationPorts: [1, 10, 20, 30] }, { destinationPorts: [1, 30] }],
  [
    false,
    whole,
    { ...from('10.0.0.0/16'), protocol: 'UDP' },
    { ...from('10.0.1.0/24'), protocol: 'TCP' },
  ],
  [false, whole, { ...from('10.0.0.0/16'), priority: 200 }, from('10.0.1.0/24')],
  [true, whole, from('Internet'), from('8.8.8.0/24')],
  [true, privateSubnet, from('Internet'), from('8.8.8.0/24')],
  // A network with public addresses may have more of them, and they are not the Internet.
  [false, { subnet: '203.0.113.0/27' }, from('Internet'), from('8.8.8.0/24')],
  [
    true,
    { subnet: '203.0.113.0/27', space: '203.0.113.0/24' },
    from('Internet'),
    from('8.8.8.0/24'),
  ],
  // The tag holds the virtual address of the host, too.
  [false, whole, from('10.0.0.0/16'), from('VirtualNetwork')],
  [true, whole, from('VirtualNetwork'), from('10.0.0.0/16')],
  [true, whole, from('VirtualNetwork'), from('AzureLoadBalancer')],
])('%s: in %j', (isShadowed, { subnet, space }, first, second) => {
  const rules = [
    rule('first', { path: '/0', ...first }),
    rule('second', { path: '/1', priority: 200, ...second }),
  ];
  const network = {
    tags,
    subnet: prefixSet(subnet),
    virtualNetwork: space === undefined ? undefined : prefixSet(space),
  };
  const shadowed = findShadowed(rules, network).map((one) => one.rule.name);
  expect(shadowed).toEqual(isShadowed ? ['second'] : []);
});

const ends: Readonly<Record<string, string>> = {
  'low half': '10.0.1.0-10.0.1.127',
  'low quarter': '10.0.1.0-10.0.1.63',
  'high half': '10.0.1.128-10.0.1.255',
  'high quarter': '10.0.1.192-10.0.1.255',
  middle: '10.0.1.96-10.0.1.159',
  'wide middle': '10.0.1.32-10.0.1.223',
  elsewhere: '10.0.2.0-10.0.2.255',
  all: '10.0.1.0-10.0.1.255',
};
const network = {
  tags,
  subnet: prefixSet('10.0.0.0/24'),
  virtualNetwork: prefixSet('10.0.0.0/16'),
};
const namedRule = (name: string, index: number, range = ends[name] ?? '') =>
  rule(name, {
    path: `/${index}`,
    priority: 100 + index,
    source: [{ kind: 'addresses', addresses: parseAddresses(range) ?? [] }],
  });
const takersOf = (names: readonly string[]) => {
  const rules = names.map((name, index) => namedRule(name, index));
  const last = namedRule('whole', names.length, ends.all);
  const shadowed = findShadowed([...rules, last], network);
  return shadowed.find((one) => one.rule === last)?.by.map(({ name }) => name);
};

it.each([
  [
    ['low half', 'elsewhere', 'high half'],
    ['low half', 'high half'],
  ],
  [['low half'], undefined],
  [['low quarter', 'high quarter'], undefined],
  [
    ['low half', 'all'],
    ['low half', 'all'],
  ],
  [['all', 'low half'], ['all']],
  // Of what a rule matches, earlier ones may leave nothing, or only what is not at its ends.
  [
    ['low half', 'low quarter', 'all'],
    ['low half', 'all'],
  ],
  [
    ['low half', 'high half', 'middle', 'all'],
    ['low half', 'high half'],
  ],
  [
    ['low half', 'high quarter', 'middle', 'all'],
    ['low half', 'high quarter', 'middle', 'all'],
  ],
  [
    ['low quarter', 'high quarter', 'wide middle', 'all'],
    ['low quarter', 'high quarter', 'wide middle'],
  ],
])('of %j the packets are taken by %j', (names, takers) => {
  expect(takersOf(names)).toEqual(takers);
});

/** Of 25,000 rules each is compared 40 times at most. The padding is looked at and takes nothing. */
const crowd = 25_000;
const padding = rule('padding', { path: '/padding', isContested: true });
const single = (index: number): Partial<SecurityRule> => ({
  ...namedRule('', 0, `10.0.1.${index}`),
  destinationPorts: [index, index],
});
const shape = (name: string): Partial<SecurityRule> =>
  /^\d+$/.test(name) ? single(Number(name)) : namedRule('', 0, ends[name]);
const repeated = (name: string, times: number) => Array.from({ length: times }, () => name);
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

it.each([
  // What each of few candidates takes is found by itself, for which nothing has to be divided.
  [
    [...numbers(1, 31), 'all'],
    [...numbers(1, 31), 'all'],
  ],
  [[...numbers(1, 32), 'all'], ['all']],
  // 40 comparisons, and one more.
  [
    ['1', 'high half', ...repeated('high quarter', 20), ...numbers(2, 9), 'all'],
    ['1', 'high half', ...numbers(2, 9), 'all'],
  ],
  [['1', 'high half', ...repeated('high quarter', 20), '1', ...numbers(2, 9), 'all'], ['all']],
  // More for them one by one, and few for the whole.
  [
    ['low half', 'high half', ...repeated('high quarter', 20), 'low half', 'all'],
    ['low half', 'high half'],
  ],
])('in a crowd, of %j the packets are taken by %j', (names, takers) => {
  const rules = names.map((name, index) =>
    rule(name, { ...shape(name), name, path: `/${index}`, priority: 100 + index }),
  );
  const last = namedRule('whole', names.length, ends.all);
  const others = Array.from({ length: crowd - rules.length - 1 }, () => padding);
  const shadowed = findShadowed([...rules, last, ...others], network);
  expect(shadowed.find((one) => one.rule === last)?.by.map(({ name }) => name)).toEqual(takers);
});

it('names a thousand rules that take the packets together', () => {
  const singles = Array.from({ length: 990 }, (_, index) => {
    const address = `10.0.${4 + Math.floor(index / 100)}.${2 * (index % 100)}`;
    return namedRule(`single ${index}`, index, address);
  });
  const ranges = ['range', 'same range', 'last', 'whole'].map((name, index) =>
    namedRule(name, 990 + index, index < 2 ? '10.0.4.0-10.0.13.178' : '10.0.0.0-10.0.255.255'),
  );
  const shadowed = findShadowed([...singles, ...ranges], network);
  const whole = shadowed.find((one) => one.rule.name === 'whole');
  const takers = [...singles, ...ranges.filter(({ name }) => ['range', 'last'].includes(name))];
  expect(whole?.by).toEqual(takers);
});
