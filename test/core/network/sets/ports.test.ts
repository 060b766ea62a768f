/** Port ranges of security rules: what is read, and what is none. */

import { describe, expect, it } from 'vitest';
import { parsePortRange, portSet } from '../../../../core/network/sets/ports.ts';

describe('a port range', () => {
  it.each<[string, readonly number[]]>([
    ['*', [0, 65_535]],
    ['0', [0, 0]],
    ['443', [443, 443]],
    ['65535', [65_535, 65_535]],
    ['6381-6383', [6381, 6383]],
    ['0-65535', [0, 65_535]],
    ['80-80', [80, 80]],
    ['80 - 81', [80, 81]],
    ['00443', [443, 443]],
  ])('%j is read', (text, set) => {
    expect(parsePortRange(text)).toEqual(set);
  });

  it.each([
    '',
    ' ',
    '65536',
    '99999',
    '100000',
    '3000-65536',
    '65536-65537',
    '81-80',
    '-1',
    '80-',
    '-80',
    '80--81',
    '80,443',
    'http',
    '**',
    '4.4',
    ' 80',
    '80 ',
    '80\n',
    '٤٤٣',
  ])('%j is none', (text) => {
    expect(parsePortRange(text)).toBeUndefined();
  });

  it('is one of a set', () => {
    expect(portSet(['443', '80', '81-90', '85-100'])).toEqual([80, 100, 443, 443]);
    expect(portSet([])).toEqual([]);
    expect(() => portSet(['80', '81-80'])).toThrow('not a port range: 81-80');
  });
});
