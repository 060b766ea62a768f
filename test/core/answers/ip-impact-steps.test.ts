/** The steps that an address change asks for, locations apart, and what cannot be compared. */

import { describe, expect, it } from 'vitest';
import { ipImpact } from '../../../core/answers/ip-impact.ts';
import { findSubnetArithmetic } from '../../../core/answers/subnet-plan.ts';
import type { Deployment } from '../../../core/deployment.ts';
import { InputError } from '../../../core/input-error.ts';
import { tierProfileByTier } from '../../../data/index.ts';
import { tiers, virtualNetworkTypes } from '../../../data/model.ts';
import {
  external,
  internal,
  location,
  outside,
  subnet,
  withNorth,
} from './ip-impact-deployments.ts';

describe('ipImpact of further deployments', () => {
  it('lets every address of an unchanged instance stay, in every tier and mode', () => {
    const offenders = tiers.flatMap((tier) =>
      virtualNetworkTypes
        .filter((type) => type === 'NONE' || findSubnetArithmetic(tier, type) !== undefined)
        .filter((virtualNetworkType) => {
          const same = internal({ tier, virtualNetworkType });
          const { publicAddress, privateAddress, locations } = ipImpact(same, same);
          const isDedicated = tierProfileByTier.get(tier)?.hasDedicatedPublicAddress === true;
          return (
            publicAddress.outcome !== (isDedicated ? 'STAYS' : 'NONE') ||
            privateAddress.outcome !== (virtualNetworkType === 'INTERNAL' ? 'STAYS' : 'NONE') ||
            locations.length !== 1
          );
        })
        .map((type) => `${tier} ${type}`),
    );
    expect(offenders).toEqual([]);
  });

  it('tells the locations apart', () => {
    const { locations } = ipImpact(internal(), withNorth(internal()));
    expect(
      locations.map(({ region, publicAddress }) => [region.name, publicAddress.outcome]),
    ).toEqual([
      ['westeurope', 'STAYS'],
      ['northeurope', 'CHANGES'],
    ]);
  });

  it.each<readonly [name: string, before: Deployment, after: Deployment, says: RegExp]>([
    [
      'a new resource',
      internal(),
      internal({}, { publicIpAddress: { id: '/ip/b' } }),
      /becomes the public address/,
    ],
    ['zones', external(), external({}, { zones: [1] }), /Standard SKU, IPv4, zone-redundant/],
    [
      'a subnet',
      internal(),
      internal({}, { subnet: subnet('10.0.1.0/27') }),
      /whole address range/,
    ],
    [
      'a private address',
      internal(),
      internal({}, { zones: [1] }),
      /Lower the TTL of the A records/,
    ],
    ['a private address that goes', internal(), external(), /Delete the private DNS zones/],
    ['internal mode', external(), internal(), /private DNS zone for each host name/],
    [
      'a region that goes',
      withNorth(internal()),
      internal(),
      /gateway of North Europe out of rotation/,
    ],
    ['a region that comes', external(), withNorth(external()), /public address of North Europe/],
    ['a v2 tier', outside('BASIC'), outside('BASIC_V2'), /ranges of the region/],
    ['scale-out', internal(), internal({}, { units: 2 }), /before units are added/],
  ])('has the step for %s', (_, before, after, says) => {
    expect(ipImpact(before, after).steps.join('\n')).toMatch(says);
  });

  it('asks for no new address where a region only goes', () => {
    const { steps } = ipImpact(withNorth(internal()), internal());
    expect(steps).toHaveLength(1);
  });

  it('marks the change of the private address by a public IP address alone as concluded', () => {
    const { citations, notes } = ipImpact(
      internal(),
      internal({}, { publicIpAddress: { id: '/b' } }),
    );
    expect(citations.map(({ confidence }) => confidence)).toContain('INFERRED');
    expect(notes.map(({ text }) => text).join()).toMatch(/users report/);
  });

  it.each<readonly [name: string, deployment: Deployment, path: readonly (string | number)[]]>([
    ['no location', internal({ locations: [] }), ['locations']],
    ['an unknown region', internal({}, { region: 'atlantis' }), ['locations', 0, 'region']],
    [
      'a region twice',
      withNorth(internal({}, { region: 'northeurope' })),
      ['locations', 1, 'region'],
    ],
    [
      'two regions of Developer',
      withNorth(internal({ tier: 'DEVELOPER' })),
      ['locations', 1, 'region'],
    ],
    [
      'two clouds',
      internal({ locations: [location(), location({ region: 'chinaeast' })] }),
      ['locations', 1, 'region'],
    ],
    ['a mode that Basic has not', internal({ tier: 'BASIC' }), ['virtualNetworkType']],
    ['injection of Standard v2', internal({ tier: 'STANDARD_V2' }), ['virtualNetworkType']],
    [
      'zones of Developer',
      internal({ tier: 'DEVELOPER' }, { zones: [1] }),
      ['locations', 0, 'zones'],
    ],
    ['zone 9', internal({}, { zones: [1, 9] }), ['locations', 0, 'zones', 1]],
    ['no units', internal({}, { units: 0 }), ['locations', 0, 'units']],
    ['half a unit', internal({}, { units: 1.5 }), ['locations', 0, 'units']],
    [
      'a subnet that is none',
      internal({}, { subnet: subnet('ten') }),
      ['locations', 0, 'subnet', 'addressPrefix'],
    ],
    [
      'host bits',
      internal({}, { subnet: subnet('10.0.0.1/27') }),
      ['locations', 0, 'subnet', 'addressPrefix'],
    ],
  ])('refuses %s on either side', (_, deployment, path) => {
    for (const [side, act] of [
      ['before', () => ipImpact(deployment, internal())],
      ['after', () => ipImpact(internal(), deployment)],
    ] as const) {
      expect(act).toThrow(InputError);
      expect(act).toThrow(expect.objectContaining({ path: [side, ...path] }));
    }
  });
});
