/** The subnet arithmetic against the documents' own table and a count by hand, and what is refused. */

import { describe, expect, it } from 'vitest';
import { findSubnetArithmetic, subnetPlan } from '../../../core/answers/subnet-plan.ts';
import { InputError } from '../../../core/input-error.ts';
import { catalog } from '../../../data/index.ts';
import { type NetworkingOption, tiers, virtualNetworkTypes } from '../../../data/model.ts';

const modes = [
  ['DEVELOPER', 'EXTERNAL'],
  ['DEVELOPER', 'INTERNAL'],
  ['PREMIUM', 'EXTERNAL'],
  ['PREMIUM', 'INTERNAL'],
  ['STANDARD_V2', 'EXTERNAL'],
  ['PREMIUM_V2', 'EXTERNAL'],
  ['PREMIUM_V2', 'INTERNAL'],
] as const;

describe('subnetPlan without a prefix length', () => {
  it.each([
    // tier, mode, units, needed, smallest, recommended
    ['DEVELOPER', 'EXTERNAL', 1, 1, 29, 29],
    ['DEVELOPER', 'INTERNAL', 1, 2, 29, 29],
    ['PREMIUM', 'EXTERNAL', 1, 2, 29, 27],
    ['PREMIUM', 'INTERNAL', 1, 3, 29, 27],
    ['PREMIUM', 'INTERNAL', 2, 5, 28, 27],
    ['PREMIUM', 'INTERNAL', 13, 27, 27, 27],
    ['PREMIUM', 'INTERNAL', 14, 29, 26, 26],
    ['PREMIUM', 'INTERNAL', 29, 59, 26, 26],
    ['PREMIUM', 'EXTERNAL', 30, 60, 25, 25],
    ['PREMIUM', 'INTERNAL', 31, 63, 25, 25],
    ['STANDARD_V2', 'EXTERNAL', 1, 2, 27, 24],
    ['PREMIUM_V2', 'INTERNAL', 30, 61, 25, 24],
    ['PREMIUM', 'INTERNAL', 1_000_000, 2_000_001, 11, 11],
  ] as const)(
    '%s %s, %i units',
    (tier, virtualNetworkType, units, needed, smallest, recommended) => {
      expect(subnetPlan({ tier, virtualNetworkType, units })).toMatchObject({
        addressesNeeded: needed,
        reservedAddresses: 5,
        smallestPrefixLength: smallest,
        recommendedPrefixLength: recommended,
        usableAddresses: null,
        maxUnits: null,
        remainingAddresses: null,
        fits: null,
      });
    },
  );

  it.each([
    ['DEVELOPER', 'EXTERNAL', 1, null],
    ['PREMIUM', 'INTERNAL', 31, null],
    ['STANDARD_V2', 'EXTERNAL', 10, 'Microsoft.Web/serverFarms'],
    ['PREMIUM_V2', 'EXTERNAL', 30, 'Microsoft.Web/serverFarms'],
    ['PREMIUM_V2', 'INTERNAL', 30, 'Microsoft.Web/hostingEnvironments'],
  ] as const)(
    '%s %s: unit limit %i, delegation %s',
    (tier, virtualNetworkType, limit, delegation) => {
      const plan = subnetPlan({ tier, virtualNetworkType, units: 1 });
      expect([plan.unitLimit, plan.delegation]).toEqual([limit, delegation]);
      expect(plan.citations.length).toBeGreaterThan(0);
    },
  );
});

describe('subnetPlan for a prefix length', () => {
  it.each([
    // tier, mode, units, prefix, usable, maxUnits, remaining, fits
    ['PREMIUM', 'EXTERNAL', 1, 29, 3, 1, 1, true],
    ['PREMIUM', 'INTERNAL', 1, 29, 3, 1, 0, true],
    ['PREMIUM', 'INTERNAL', 1, 28, 11, 5, 8, true],
    ['PREMIUM', 'INTERNAL', 1, 27, 27, 13, 24, true],
    ['PREMIUM', 'INTERNAL', 1, 26, 59, 29, 56, true],
    ['PREMIUM', 'INTERNAL', 1, 25, 123, 61, 120, true],
    ['PREMIUM', 'INTERNAL', 31, 26, 59, 29, -4, false],
    ['PREMIUM', 'EXTERNAL', 1, 30, 0, 0, -2, false],
    ['PREMIUM', 'EXTERNAL', 1, 31, 0, 0, -2, false],
    ['PREMIUM', 'INTERNAL', 1, 32, 0, 0, -3, false],
    ['PREMIUM', 'EXTERNAL', 1, 1, 2_147_483_643, 1_073_741_821, 2_147_483_641, true],
    ['PREMIUM', 'EXTERNAL', 1, 0, 2_147_483_647, 1_073_741_823, 2_147_483_645, true],
    ['DEVELOPER', 'EXTERNAL', 1, 29, 3, 1, 2, true],
    ['DEVELOPER', 'INTERNAL', 1, 24, 251, 1, 249, true],
    ['STANDARD_V2', 'EXTERNAL', 1, 28, 11, 0, 9, false],
    ['STANDARD_V2', 'EXTERNAL', 1, 27, 27, 13, 25, true],
    ['PREMIUM_V2', 'INTERNAL', 1, 27, 27, 13, 24, true],
    ['PREMIUM_V2', 'INTERNAL', 30, 26, 59, 29, -2, false],
  ] as const)(
    '%s %s, %i units in /%i',
    (tier, virtualNetworkType, units, prefixLength, ...expected) => {
      const plan = subnetPlan({ tier, virtualNetworkType, units, prefixLength });
      expect([plan.usableAddresses, plan.maxUnits, plan.remainingAddresses, plan.fits]).toEqual(
        expected,
      );
    },
  );

  it('agrees with itself over all prefix lengths', () => {
    const offenders: string[] = [];
    for (const [tier, virtualNetworkType] of modes) {
      for (let prefixLength = 0; prefixLength <= 32; prefixLength += 1) {
        for (const units of [1, 2, 13, 14, 29, 30, 61, 62, 1_000_000]) {
          const plan = subnetPlan({ tier, virtualNetworkType, units, prefixLength });
          const isWell =
            plan.fits === prefixLength <= plan.smallestPrefixLength &&
            plan.recommendedPrefixLength <= plan.smallestPrefixLength &&
            (tier === 'DEVELOPER' || plan.fits === units <= (plan.maxUnits ?? -1)) &&
            (plan.maxUnits ?? -1) >= 0;
          if (!isWell) offenders.push(`${tier} ${virtualNetworkType} ${units} /${prefixLength}`);
        }
      }
    }
    expect(offenders).toEqual([]);
  });
});

describe('subnetPlan refuses', () => {
  it.each([
    ['no unit', { units: 0 }, 'units', /given 0; accepted: .*; nearest: 1$/],
    ['half a unit', { units: 2.5 }, 'units', /whole numbers from 1 to 1000000/],
    ['a million and one units', { units: 1_000_001 }, 'units', /nearest: 1000000$/],
    ['what is no number', { units: Number.NaN }, 'units', /given no number; accepted: .*1000000$/],
    ['a prefix of 33', { prefixLength: 33 }, 'prefixLength', /nearest: 32$/],
    ['a prefix below 0', { prefixLength: -1 }, 'prefixLength', /nearest: 0$/],
    ['half a prefix', { prefixLength: 27.5 }, 'prefixLength', /whole numbers from 0 to 32/],
    [
      'a tier without networking',
      { tier: 'BASIC' },
      'tier',
      /accepted: DEVELOPER, PREMIUM, STANDARD_V2, PREMIUM_V2/,
    ],
    ['no network', { virtualNetworkType: 'NONE' }, 'virtualNetworkType', /EXTERNAL, INTERNAL/],
  ] as const)('%s', (_, change, key, message) => {
    const run = () =>
      subnetPlan({ tier: 'PREMIUM', virtualNetworkType: 'EXTERNAL', units: 1, ...change });
    expect(run).toThrow(InputError);
    expect(run).toThrow(
      expect.objectContaining({ path: [key], message: expect.stringMatching(message) }),
    );
  });
});

describe('findSubnetArithmetic', () => {
  /** The mode that each way into a virtual network is called by. */
  const options = [
    ['EXTERNAL_INJECTION', 'EXTERNAL'],
    ['INTERNAL_INJECTION', 'INTERNAL'],
    ['V2_INJECTION', 'INTERNAL'],
    ['OUTBOUND_INTEGRATION', 'EXTERNAL'],
  ] as const satisfies readonly (readonly [NetworkingOption, unknown])[];

  it('knows exactly the tiers and modes that the tier profiles support', () => {
    const actual = tiers.flatMap((tier) =>
      virtualNetworkTypes
        .filter((mode) => findSubnetArithmetic(tier, mode))
        .map((mode) => `${tier} ${mode}`),
    );
    const supported = catalog.tierProfiles.flatMap(({ tier, networking }) =>
      options
        .filter(([option]) => networking.some((row) => row.option === option && row.isSupported))
        .map(([, mode]) => `${tier} ${mode}`),
    );
    expect(actual.sort()).toEqual(supported.sort());
    expect(actual).toEqual(modes.map((mode) => mode.join(' ')).sort());
  });
});
