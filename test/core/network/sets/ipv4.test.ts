/** IPv4 addresses and prefixes: what is read, what is refused, and the way back to prefixes. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromIntervals, has, size } from '../../../../core/network/sets/interval-set.ts';
import {
  formatAddress,
  highestAddress,
  looksLikeIpv6,
  parseAddress,
  parsePrefix,
  prefixSet,
  privateAddresses,
  publicAddresses,
  toPrefixes,
} from '../../../../core/network/sets/ipv4.ts';
import { addressOf, hasPrefix, matchesAddress, textOf } from '../../../support/naive.ts';
import { runs } from '../../../support/runs.ts';

const address = fc.integer({ min: 0, max: highestAddress });
const length = fc.integer({ min: 0, max: 32 });
const sets = fc
  .array(fc.tuple(address, fc.integer({ min: 0, max: 70_000 })), { maxLength: 6 })
  .map((list) =>
    fromIntervals(list.map(([first, more]) => [first, Math.min(highestAddress, first + more)])),
  );

describe('addresses', () => {
  it('are written and read alike', () => {
    fc.assert(
      fc.property(address, (value) => {
        expect(formatAddress(value)).toBe(textOf(value));
        expect(parseAddress(formatAddress(value))).toBe(value);
      }),
    );
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.0.0',
    '10.0.0.256',
    '10.0.0.-1',
    '10.0.0.01',
    '10.0.0.1 ',
    '10.0.0.1e1',
    '0x0a.0.0.1',
    '1.2.3.',
    '١.2.3.4',
    '4294967296',
  ])('are no other text: %j', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
});

describe('prefixes', () => {
  it('hold the addresses that begin with their bits', () => {
    fc.assert(
      fc.property(address, address, length, (value, other, bits) => {
        const parsed = parsePrefix(`${formatAddress(value)}/${bits}`);
        const canonical = parsed.kind === 'host-bits-set' ? parsePrefix(parsed.canonical) : parsed;
        if (canonical.kind !== 'prefix') throw new Error('a prefix was not read');
        const text = `${formatAddress(canonical.first)}/${bits}`;
        expect(parsed.kind === 'prefix').toBe(canonical.first === value);
        expect(canonical.length).toBe(bits);
        expect(canonical.last - canonical.first + 1).toBe(2 ** (32 - bits));
        expect(canonical.first <= value && value <= canonical.last).toBe(true);
        expect(has(prefixSet(text), other)).toBe(hasPrefix(other, text));
      }),
    );
  });

  it.each([
    ['10.0.1.7/24', '10.0.1.0/24'],
    ['255.255.255.255/0', '0.0.0.0/0'],
    ['10.0.0.1/31', '10.0.0.0/31'],
  ])('with host bits set are refused: %s is %s', (input, canonical) => {
    expect(parsePrefix(input)).toEqual({ kind: 'host-bits-set', canonical });
  });

  it.each([
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/08',
    '10.0.0.0/8/8',
    '10.0.0.0/8 ',
    '/8',
    'Storage',
    '::/0',
  ])('are no other text: %j', (text) => {
    expect(parsePrefix(text)).toEqual({ kind: 'malformed' });
  });

  it('come back from sets, fewest first to last', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const prefixes = toPrefixes(set);
        expect(prefixSet(...prefixes)).toEqual(set);
        const lengths = prefixes.map((text) => size(prefixSet(text)));
        expect(lengths.reduce((total, count) => total + count, 0)).toBe(size(set));
        const starts = prefixes.map((text) => addressOf(text.split('/')[0] as string));
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        const joined = prefixes.filter((text, index) => {
          const [one, two] = [parsePrefix(text), parsePrefix(prefixes[index + 1] ?? '')];
          return (
            one.kind === 'prefix' &&
            two.kind === 'prefix' &&
            one.length === two.length &&
            one.last + 1 === two.first &&
            one.first % 2 ** (33 - one.length) === 0
          );
        });
        expect(joined).toEqual([]);
        expect(toPrefixes(set, 3)).toEqual(prefixes.slice(0, 3));
      }),
    );
  });

  it.each([
    [[0, highestAddress], ['0.0.0.0/0']],
    [
      [1, 6],
      ['0.0.0.1/32', '0.0.0.2/31', '0.0.0.4/31', '0.0.0.6/32'],
    ],
    [[highestAddress, highestAddress], ['255.255.255.255/32']],
    [[], []],
  ])('come back from %j as %j', (set, prefixes) => {
    expect(toPrefixes(set)).toEqual(prefixes);
  });
});

describe('the space', () => {
  const network = { virtualNetwork: [], tags: {} };

  it('is public where the naive evaluator has it so', () => {
    fc.assert(
      fc.property(address, (value) => {
        expect(has(publicAddresses, value)).toBe(matchesAddress('Internet', value, network));
        expect(has(publicAddresses, value) && has(privateAddresses, value)).toBe(false);
      }),
      runs(1000),
    );
  });

  it.each([
    ['9.255.255.255', true],
    ['10.0.0.0', false],
    ['100.64.0.1', false],
    ['100.128.0.0', true],
    ['168.63.129.16', false],
    ['168.63.129.17', true],
    ['172.15.255.255', true],
    ['172.31.255.255', false],
    ['172.32.0.0', true],
    ['192.168.255.255', false],
    ['223.255.255.255', true],
    ['224.0.0.0', false],
    ['0.255.255.255', false],
    ['1.0.0.0', true],
    ['126.255.255.255', true],
    ['127.0.0.0', false],
    ['127.255.255.255', false],
    ['128.0.0.0', true],
    ['169.253.255.255', true],
    ['169.254.0.0', false],
    ['169.254.255.255', false],
    ['169.255.0.0', true],
    ['255.255.255.255', false],
  ])('%s is public: %s', (text, isPublic) => {
    expect(has(publicAddresses, addressOf(text))).toBe(isPublic);
  });

  it.each([
    ['::/0', true],
    ['fd00::1', true],
    ['2603:1020:5:9::378/128', true],
    ['10.0.0.0/8', false],
    ['Storage', false],
    ['abc', false],
    ['Tag:Name', false],
  ])('%s looks like IPv6: %s', (text, isIpv6) => {
    expect(looksLikeIpv6(text)).toBe(isIpv6);
  });
});
