/** What a validation may cost: decided from the number of rules, flows and locations before any of them is compared. */

import { describe, expect, it } from 'vitest';
import type { RuleFields } from '../../../core/deployment.ts';
import { InputError } from '../../../core/input-error.ts';
import { validate } from '../../../core/validate/validate.ts';
import { catalog } from '../../../data/index.ts';
import { deploymentOf } from '../../support/groups.ts';

const regions = catalog.regions.filter(({ cloud }) => cloud === 'PUBLIC').map(({ name }) => name);
const denyAt = (index: number): RuleFields => ({
  name: `deny-${index}`,
  priority: 100 + index,
  direction: 'OUTBOUND',
  access: 'DENY',
  protocol: 'Tcp',
  sourceAddressPrefixes: ['*'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['203.0.113.7'],
  destinationPortRanges: ['25'],
});
const check = (locations: number, rules: number, change: Partial<RuleFields> = {}) =>
  validate(
    deploymentOf(
      { virtualNetworkType: 'INTERNAL', platform: 'STV2', regions: regions.slice(0, locations) },
      {
        securityRules: Array.from({ length: rules }, (_, index) => ({
          ...denyAt(index),
          ...change,
        })),
      },
    ),
    { serviceTagFiles: [], whatIf: 'NONE' },
  );

const prefixes = (count: number) =>
  Array.from({ length: count }, (_, index) => `203.0.${index >> 8}.${index & 255}`);

describe('the work of a validation', () => {
  it.each([
    ['1', 1000],
    ['3', 100],
    ['40', 5],
  ])('%s locations with %i rules each', (locations, rules) => {
    expect(check(Number(locations), rules).flows.length).toBeGreaterThan(10 * Number(locations));
  });

  it.each([
    [8, 1000],
    [20, 400],
    [60, 120],
  ])('%i locations with %i rules each are refused', (locations, rules) => {
    let error: unknown;
    try {
      check(locations, rules);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({
      path: ['deployment', 'locations'],
      given: expect.stringMatching(
        new RegExp(`^\\d{6,} comparisons: ${locations} locations, ${locations * rules} rules, `),
      ),
      expected: [expect.stringMatching(/^at most 100000 comparisons; /)],
    });
  });

  it('grows with the prefixes and ports of the rules', () => {
    const change = { destinationAddressPrefixes: prefixes(3000) };
    expect(check(2, 1, change).flows.length).toBeGreaterThan(0);
    expect(() => check(20, 1, change)).toThrow(/20 locations, 20 rules, 60060 prefixes and ports/);
  });
});
