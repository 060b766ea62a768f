/** Which addresses change, event by event, and what never changes one. */

import { describe, expect, it } from 'vitest';
import { type AddressOutcome, ipImpact } from '../../../core/answers/ip-impact.ts';
import { findSubnetArithmetic } from '../../../core/answers/subnet-plan.ts';
import type { Deployment, DeploymentLocation, Subnet } from '../../../core/deployment.ts';
import { InputError } from '../../../core/input-error.ts';
import { catalog, tierProfileByTier } from '../../../data/index.ts';
import { tiers, virtualNetworkTypes } from '../../../data/model.ts';
import { expectCited } from '../../support/citations.ts';

function location(change: Partial<DeploymentLocation> = {}): DeploymentLocation {
  return {
    region: 'westeurope',
    units: 1,
    zones: [],
    dnsServers: [],
    virtualNetworkAddressPrefixes: [],
    ...change,
  };
}

function subnet(addressPrefix: string, id?: string): Subnet {
  return {
    addressPrefix,
    delegations: [],
    serviceEndpoints: [],
    otherResources: [],
    otherAddresses: 0,
    ...(id !== undefined && { id }),
  };
}

const here = { subnet: subnet('10.0.0.0/27'), publicIpAddress: { id: '/ip/a' } };

/** Premium on stv2 in internal mode, in West Europe. */
function internal(change: Partial<Deployment> = {}, place = {}): Deployment {
  return {
    tier: 'PREMIUM',
    virtualNetworkType: 'INTERNAL',
    platform: 'STV2',
    locations: [location({ ...here, ...place })],
    features: [],
    ...change,
  };
}

const external = (change: Partial<Deployment> = {}, place = {}) =>
  internal({ virtualNetworkType: 'EXTERNAL', ...change }, place);
const outside = (tier: Deployment['tier'] = 'PREMIUM', change: Partial<Deployment> = {}) =>
  internal({ tier, virtualNetworkType: 'NONE', locations: [location()], ...change });
const v2 = (tier: Deployment['tier'], virtualNetworkType: Deployment['virtualNetworkType']) =>
  internal({ tier, virtualNetworkType });
const withNorth = (deployment: Deployment, place = {}) => ({
  ...deployment,
  locations: [...deployment.locations, location({ region: 'North Europe', ...place })],
});
const noSubnet = () => internal({ locations: [location({ publicIpAddress: { id: '/ip/a' } })] });

type Row = readonly [
  name: string,
  before: Deployment,
  after: Deployment,
  publicAddress: AddressOutcome,
  privateAddress: AddressOutcome,
  triggers?: readonly string[],
];

const rows: readonly Row[] = [
  ['nothing, internal', internal(), internal(), 'STAYS', 'STAYS'],
  ['nothing, external', external(), external(), 'STAYS', 'NONE'],
  [
    'region spelled otherwise',
    internal(),
    internal({}, { region: 'West Europe' }),
    'STAYS',
    'STAYS',
  ],
  [
    'ids in another case',
    internal(),
    internal({}, { publicIpAddress: { id: '/IP/A' } }),
    'STAYS',
    'STAYS',
  ],
  ['scale-out', internal(), internal({}, { units: 4 }), 'STAYS', 'STAYS'],
  [
    'features and DNS servers',
    internal(),
    internal({ features: ['MONITORING'] }, { dnsServers: ['10.0.0.9'] }),
    'STAYS',
    'STAYS',
  ],
  [
    'DNS label',
    internal(),
    internal({}, { publicIpAddress: { id: '/ip/a', dnsLabel: 'b' } }),
    'STAYS',
    'STAYS',
  ],
  [
    'zones in another order',
    internal({}, { zones: [1, 2] }),
    internal({}, { zones: [2, 1, 2] }),
    'STAYS',
    'STAYS',
  ],

  [
    'other subnet',
    internal(),
    internal({}, { subnet: subnet('10.0.1.0/27') }),
    'CHANGES',
    'CHANGES',
    ['subnet-changed'],
  ],
  [
    'other subnet, external',
    external(),
    external({}, { subnet: subnet('10.0.1.0/27') }),
    'CHANGES',
    'NONE',
    ['subnet-changed'],
  ],
  [
    'other subnet by id',
    internal({}, { subnet: subnet('10.0.0.0/27', '/a') }),
    internal({}, { subnet: subnet('10.0.0.0/27', '/b') }),
    'CHANGES',
    'CHANGES',
    ['subnet-changed'],
  ],
  [
    'subnet enlarged',
    internal({}, { subnet: subnet('10.0.0.0/27', '/a') }),
    internal({}, { subnet: subnet('10.0.0.0/26', '/A') }),
    'UNKNOWN',
    'UNKNOWN',
  ],
  [
    'subnet enlarged, no ids',
    internal(),
    internal({}, { subnet: subnet('10.0.0.0/26') }),
    'UNKNOWN',
    'UNKNOWN',
  ],
  ['subnet not given before', noSubnet(), internal(), 'UNKNOWN', 'UNKNOWN'],
  ['subnet given nowhere', noSubnet(), noSubnet(), 'STAYS', 'STAYS'],

  [
    'public IP only',
    internal(),
    internal({}, { publicIpAddress: { id: '/ip/b' } }),
    'CHANGES',
    'CHANGES',
    ['public-ip-resource-changed'],
  ],
  [
    'public IP, external',
    external(),
    external({}, { publicIpAddress: { id: '/ip/b' } }),
    'CHANGES',
    'NONE',
    ['public-ip-resource-changed'],
  ],
  [
    'public IP given up',
    external(),
    external({ locations: [location({ subnet: here.subnet })] }),
    'CHANGES',
    'NONE',
    ['public-ip-resource-changed'],
  ],
  [
    'public IP without id',
    external(),
    external({}, { publicIpAddress: { sku: 'Standard' } }),
    'UNKNOWN',
    'NONE',
  ],
  [
    'zones',
    internal(),
    internal({}, { zones: [1, 2, 3] }),
    'CHANGES',
    'CHANGES',
    ['availability-zones-changed'],
  ],
  [
    'subnet, public IP and zones',
    internal(),
    internal({}, { subnet: subnet('10.0.1.0/27'), publicIpAddress: { id: '/ip/b' }, zones: [1] }),
    'CHANGES',
    'CHANGES',
    ['subnet-changed', 'public-ip-resource-changed', 'availability-zones-changed'],
  ],

  ['external to internal', external(), internal(), 'CHANGES', 'CHANGES', ['mode-switched']],
  ['internal to external', internal(), external(), 'CHANGES', 'CHANGES', ['mode-switched']],
  ['network added', outside(), external(), 'CHANGES', 'NONE', ['virtual-network-added-or-removed']],
  [
    'network added, internal',
    outside(),
    internal(),
    'CHANGES',
    'CHANGES',
    ['virtual-network-added-or-removed'],
  ],
  [
    'network removed',
    internal(),
    outside(),
    'CHANGES',
    'CHANGES',
    ['virtual-network-added-or-removed'],
  ],

  [
    'migration',
    internal({ platform: 'STV1' }),
    internal(),
    'CHANGES',
    'CHANGES',
    ['platform-migrated'],
  ],
  [
    'migration outside a network',
    outside('PREMIUM', { platform: 'STV1' }),
    outside(),
    'UNKNOWN',
    'NONE',
  ],
  [
    'migration of Standard',
    outside('STANDARD', { platform: 'STV1' }),
    outside('STANDARD'),
    'UNKNOWN',
    'NONE',
  ],
  ['back to stv1', internal(), internal({ platform: 'STV1' }), 'UNKNOWN', 'UNKNOWN'],

  ['Developer to Premium', internal({ tier: 'DEVELOPER' }), internal(), 'UNKNOWN', 'UNKNOWN'],
  ['Basic to Standard', outside('BASIC'), outside('STANDARD'), 'UNKNOWN', 'NONE'],
  [
    'Standard to Premium in a network',
    outside('STANDARD'),
    external(),
    'CHANGES',
    'NONE',
    ['virtual-network-added-or-removed'],
  ],
  [
    'Basic to Basic v2',
    outside('BASIC'),
    outside('BASIC_V2'),
    'CHANGES',
    'NONE',
    ['instance-recreated'],
  ],
  [
    'Premium to Premium v2',
    internal(),
    v2('PREMIUM_V2', 'INTERNAL'),
    'CHANGES',
    'CHANGES',
    ['instance-recreated'],
  ],
  [
    'Standard v2 to Premium',
    outside('STANDARD_V2'),
    outside(),
    'CHANGES',
    'NONE',
    ['instance-recreated'],
  ],
  ['Consumption to Standard v2', outside('CONSUMPTION'), outside('STANDARD_V2'), 'NONE', 'NONE'],
  ['Basic v2 to Standard v2', outside('BASIC_V2'), outside('STANDARD_V2'), 'NONE', 'NONE'],
  ['integration added', outside('STANDARD_V2'), v2('STANDARD_V2', 'EXTERNAL'), 'NONE', 'NONE'],
  [
    'injection of Premium v2',
    outside('PREMIUM_V2'),
    v2('PREMIUM_V2', 'INTERNAL'),
    'NONE',
    'CHANGES',
    ['instance-recreated'],
  ],
  [
    'integration to injection',
    v2('PREMIUM_V2', 'EXTERNAL'),
    v2('PREMIUM_V2', 'INTERNAL'),
    'NONE',
    'CHANGES',
    ['instance-recreated'],
  ],
  [
    'subnet of Premium v2',
    v2('PREMIUM_V2', 'INTERNAL'),
    internal({ tier: 'PREMIUM_V2' }, { subnet: subnet('10.0.1.0/27') }),
    'NONE',
    'UNKNOWN',
  ],
  [
    'zones of Premium v2',
    v2('PREMIUM_V2', 'INTERNAL'),
    internal({ tier: 'PREMIUM_V2' }, { zones: [1] }),
    'NONE',
    'UNKNOWN',
  ],
  [
    'platform of a v2 tier',
    outside('BASIC_V2', { platform: 'STV1' }),
    outside('BASIC_V2'),
    'NONE',
    'NONE',
  ],

  ['region added', internal(), withNorth(internal()), 'CHANGES', 'CHANGES', ['region-vacated']],
  ['region removed', withNorth(external()), external(), 'CHANGES', 'NONE', ['region-vacated']],
  [
    'further region changed',
    withNorth(internal()),
    withNorth(internal(), { zones: [1] }),
    'CHANGES',
    'CHANGES',
    ['availability-zones-changed'],
  ],
  [
    'primary region moved',
    internal(),
    internal({}, { region: 'northeurope' }),
    'CHANGES',
    'CHANGES',
    ['instance-recreated'],
  ],
  [
    'Developer moved',
    outside('DEVELOPER'),
    outside('DEVELOPER', { locations: [location({ region: 'uksouth' })] }),
    'CHANGES',
    'NONE',
    ['instance-recreated'],
  ],
];

const cases = rows.map((row) => [row[0], row] as const);

/** Events that no comparison of two deployments can show, and why. */
const notComparable = {
  'subscription-disabled': 'A deployment says nothing of the state of its subscription.',
};

describe('ipImpact', () => {
  it.each(cases)('%s', (_, [, before, after, publicOutcome, privateOutcome, triggers = []]) => {
    const impact = ipImpact(before, after);
    const expected = (outcome: AddressOutcome) => ({
      outcome,
      triggers: outcome === 'CHANGES' ? triggers : [],
    });
    expect(impact.publicAddress).toEqual(expected(publicOutcome));
    expect(impact.privateAddress).toEqual(expected(privateOutcome));
    expectCited(impact);
  });

  it.each(cases)('%s: has steps exactly where something may change', (name, [, before, after]) => {
    const { steps, publicAddress, privateAddress } = ipImpact(before, after);
    const outcomes = [publicAddress.outcome, privateAddress.outcome];
    const isExpected =
      outcomes.includes('CHANGES') || outcomes.includes('UNKNOWN') || name === 'scale-out';
    expect(steps.length > 0).toBe(isExpected);
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('names every trigger of the data, except those that no comparison can show', () => {
    const named = new Set(
      rows.flatMap(([, before, after]) => {
        const { publicAddress, privateAddress } = ipImpact(before, after);
        return [...publicAddress.triggers, ...privateAddress.triggers];
      }),
    );
    const all = new Set(catalog.ipChangeTriggers.map(({ id }) => id));
    expect(all.difference(named)).toEqual(new Set(Object.keys(notComparable)));
  });

  it('names triggers of the data for tiers that they concern', () => {
    const offenders = rows.flatMap(([name, before, after]) => {
      const { publicAddress, privateAddress } = ipImpact(before, after);
      return [...publicAddress.triggers, ...privateAddress.triggers]
        .filter((id) => id !== 'instance-recreated')
        .filter((id) => {
          const trigger = catalog.ipChangeTriggers.find((candidate) => candidate.id === id);
          return !trigger?.tiers.some((tier) => [before.tier, after.tier].includes(tier));
        })
        .map((id) => `${name}: ${id}`);
    });
    expect(offenders).toEqual([]);
  });

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
    ['zone 9', internal({}, { zones: [1, 9] }), ['locations', 0, 'zones']],
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
