/** Who a request is counted for. */

import { expect, test } from 'vitest';
import { forwardedClient } from '../../../api/request/client.ts';

test.each<[direct: string, forwarded: string | undefined, proxies: number, client: string]>([
  ['198.51.100.1', undefined, 0, '198.51.100.1'],
  ['198.51.100.1', '203.0.113.1', 0, '198.51.100.1'],
  ['::ffff:198.51.100.1', undefined, 0, '198.51.100.1'],
  ['2001:db8:1:2:3:4:5:6', undefined, 0, '20010db800010002/64'],
  ['2001:db8::1', undefined, 0, '20010db800000000/64'],
  ['::1', undefined, 0, '0/64'],
  ['fe80::1%eth0', undefined, 0, 'fe80000000000000/64'],
  ['10.0.0.1', '203.0.113.1', 1, '203.0.113.1'],
  ['10.0.0.1', 'spoofed, 203.0.113.1', 1, '203.0.113.1'],
  ['10.0.0.1', 'spoofed, 203.0.113.1, 10.0.0.2', 2, '203.0.113.1'],
  ['10.0.0.1', 'spoofed, 203.0.113.1:5678', 1, '203.0.113.1'],
  ['10.0.0.1', '[2001:db8:1:2::1]:443', 1, '20010db800010002/64'],
  ['10.0.0.1', '[2001:db8:1:2::1]', 1, '20010db800010002/64'],
  ['10.0.0.1', '[::ffff:203.0.113.1]:443', 1, '203.0.113.1'],
  ['10.0.0.1', '2001:db8:1:2::1', 1, '20010db800010002/64'],
  ['10.0.0.1', 'unknown', 1, 'unknown'],
  ['10.0.0.1', '203.0.113.1', 2, '10.0.0.1'],
  ['10.0.0.1', undefined, 1, '10.0.0.1'],
  ['10.0.0.1', '', 1, '10.0.0.1'],
])('from %s, forwarded for %s through %i proxies: %s', (direct, forwarded, proxies, client) => {
  expect(forwardedClient(direct, forwarded, proxies)).toBe(client);
});
