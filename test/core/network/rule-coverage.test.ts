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
