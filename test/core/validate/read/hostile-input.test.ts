/** Input at and beyond its limits, and deployments that cannot be. */

import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../../core/deployment.ts';
import { InputError } from '../../../../core/input-error.ts';
import { maxPrefixes, maxRules } from '../../../../core/validate/read/network-security-group.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { azShowDocument } from '../../../support/shapes.ts';
import { check, deploymentWith, none, rule } from './checked-groups.ts';

const refusals = ({ findings }: ConfigReport) =>
  findings.filter(
    ({ checkId, severity }) => severity === 'ERROR' && !checkId.startsWith('required-flow'),
  );

/** Azure adds three default rules to each direction of a group. */
const defaultRules = 3;

describe('limits', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      rule({ name: `r${index}`, priority: 100 + index, destinationPortRanges: ['443'] }),
    );
  const addresses = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
    );

  it.each([
    { what: 'rules', group: { securityRules: many(maxRules) } },
    { what: 'rules in a document', group: { document: azShowDocument(many(maxRules)) } },
    {
      what: 'source prefixes',
      group: { securityRules: [rule({ sourceAddressPrefixes: addresses(maxPrefixes) })] },
    },
    {
      what: 'destination prefixes',
      group: { securityRules: [rule({ destinationAddressPrefixes: addresses(maxPrefixes) })] },
    },
  ])('as many $what as Azure takes', ({ group }) => {
    expect(refusals(check(group))).toEqual([]);
  });

  it.each([
    { what: 'rule', group: { securityRules: many(maxRules + 1) } },
    { what: 'rule in a document', group: { document: azShowDocument(many(maxRules + 1)) } },
    {
      what: 'source prefix',
      group: { securityRules: [rule({ sourceAddressPrefixes: addresses(maxPrefixes + 1) })] },
    },
    {
      what: 'destination prefix',
      group: { securityRules: [rule({ destinationAddressPrefixes: addresses(maxPrefixes + 1) })] },
    },
  ])('one $what more is refused', ({ group }) => {
    expect(() => check(group)).toThrow(InputError);
  });

  it('a thousand rules of the worst kind lead to traces no longer than the group', () => {
    const random = (below: number, seed: number) => (Math.imul(seed + 1, 2654435761) >>> 0) % below;
    const rules = many(maxRules).map((one, index) => ({
      ...one,
      direction: 'INBOUND' as const,
      access: index % 2 ? ('ALLOW' as const) : ('DENY' as const),
      sourceAddressPrefixes: [
        `${random(224, index)}.0.0.0/8`,
        `${random(224, index + 7)}.128.0.0/9`,
      ],
      destinationAddressPrefixes: [
        `10.0.1.${random(64, index) * 4}/30`,
        `10.0.1.${random(256, index + 3)}`,
      ],
      sourcePortRanges: [`${1024 + random(20_000, index)}-${30_000 + random(30_000, index)}`],
    }));
    const { flows } = check({ securityRules: rules });
    const longest = Math.max(...flows.map(({ trace }) => trace().length));
    expect(longest).toBeGreaterThan(1);
    expect(longest).toBeLessThanOrEqual(maxRules + defaultRules);
  });
});

describe('deployments that cannot be', () => {
  const base = deploymentWith({ securityRules: [] });
  const location = base.locations[0] as Deployment['locations'][number];
  const subnet = location.subnet as NonNullable<typeof location.subnet>;
  const withLocation = (changes: Partial<typeof location>) => ({
    ...base,
    locations: [{ ...location, ...changes }],
  });

  it.each<[string, Deployment, (string | number)[]]>([
    ['no location', { ...base, locations: [] }, ['deployment', 'locations']],
    [
      '101 locations',
      { ...base, locations: Array(101).fill(location) },
      ['deployment', 'locations'],
    ],
    [
      'an unknown region',
      withLocation({ region: 'atlantis' }),
      ['deployment', 'locations', 0, 'region'],
    ],
    [
      'a region of every object',
      withLocation({ region: '__proto__' }),
      ['deployment', 'locations', 0, 'region'],
    ],
    [
      'a long region',
      withLocation({ region: 'x'.repeat(1e6) }),
      ['deployment', 'locations', 0, 'region'],
    ],
    ['no unit', withLocation({ units: 0 }), ['deployment', 'locations', 0, 'units']],
    ['half a unit', withLocation({ units: 0.5 }), ['deployment', 'locations', 0, 'units']],
    [
      'a number of units that is none',
      withLocation({ units: Number.NaN }),
      ['deployment', 'locations', 0, 'units'],
    ],
    [
      'a subnet with host bits',
      withLocation({ subnet: { ...subnet, addressPrefix: '10.0.1.7/24' } }),
      ['deployment', 'locations', 0, 'subnet', 'addressPrefix'],
    ],
    [
      'an IPv6 subnet',
      withLocation({ subnet: { ...subnet, addressPrefix: 'fd00::/64' } }),
      ['deployment', 'locations', 0, 'subnet', 'addressPrefix'],
    ],
    [
      'a tag for an address space',
      withLocation({ virtualNetworkAddressPrefixes: ['10.0.0.0/8', 'Storage'] }),
      ['deployment', 'locations', 0, 'virtualNetworkAddressPrefixes', 1],
    ],
    [
      'two clouds',
      { ...base, locations: [location, { ...location, region: 'chinanorth3' }] },
      ['deployment', 'locations', 1, 'region'],
    ],
  ])('%s', (_, deployment, path) => {
    let error: unknown;
    try {
      validate(deployment, none);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).path).toEqual(path);
    expect((error as InputError).message.length).toBeLessThan(1000);
  });
});
