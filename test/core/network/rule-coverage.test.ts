/** Rules whose packets earlier rules decide: certain coverage counts, and nothing else. */

import { expect, it } from 'vitest';
import type { AddressTerm } from '../../../core/network/address-term.ts';
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

it('names the rules that take the packets together', () => {
  const rules = [
    rule('low half', { path: '/0', ...from('10.0.1.0/25') }),
    rule('elsewhere', { path: '/1', priority: 110, ...from('10.0.2.0/24') }),
    rule('high half', { path: '/2', priority: 120, ...from('10.0.1.128/25') }),
    rule('whole', { path: '/3', priority: 200, ...from('10.0.1.0/24') }),
  ];
  const network = {
    tags,
    subnet: prefixSet('10.0.0.0/24'),
    virtualNetwork: prefixSet('10.0.0.0/16'),
  };
  const [shadowed] = findShadowed(rules, network);
  expect(shadowed?.by.map(({ name }) => name)).toEqual(['low half', 'high half']);
});
