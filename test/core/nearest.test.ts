/** The value that a misspelled text means. */

import { expect, it } from 'vitest';
import { isSameName, nearestOf } from '../../core/nearest.ts';

const tiers = ['DEVELOPER', 'BASIC', 'STANDARD', 'STANDARD_V2', 'PREMIUM'];

it.each([
  ['premium', ['PREMIUM']],
  ['Premum', ['PREMIUM']],
  ['standard v2', ['STANDARD_V2']],
  ['Standrad', ['STANDARD']],
  ['gold', []],
  ['', []],
  ['_-_', []],
  ['x'.repeat(100_000), []],
])('for %.20s is %j', (text, nearest) => {
  expect(nearestOf(text, tiers)).toEqual(nearest);
});

it.each([
  ['West Europe', 'westeurope', true],
  ['STANDARD_V2', 'standard-v2', true],
  ['westeurope', 'westeurope2', false],
])('%s and %s are one name: %j', (one, other, isSame) => {
  expect(isSameName(one, other)).toBe(isSame);
});
