/** Input that is too much, impossible or hostile: a report or an error with words for the sender, never anything else. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deployment, NetworkSecurityGroup, RuleFields } from '../../../../core/deployment.ts';
import { InputError } from '../../../../core/input-error.ts';
import { maxPrefixes, maxRules } from '../../../../core/validate/read/network-security-group.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { deploymentOf } from '../../../support/groups.ts';
import { runs } from '../../../support/runs.ts';
import { azShowDocument, propertiesOf } from '../../../support/shapes.ts';

const none = { serviceTagFiles: [], whatIf: 'NONE' } as const;
const frame = {
  virtualNetworkType: 'INTERNAL',
  platform: 'STV2',
  regions: ['westeurope'],
  edition: '2023-01-06',
} as const;

const deploymentWith = (group: NetworkSecurityGroup): Deployment =>
  deploymentOf({ ...frame, regions: [...frame.regions] }, group, { subnet: '10.0.1.0/24' });
const check = (group: NetworkSecurityGroup): ConfigReport => validate(deploymentWith(group), none);

const rule = (overrides: Partial<RuleFields> = {}): RuleFields => ({
  name: 'Storage',
  priority: 200,
  direction: 'OUTBOUND',
  access: 'ALLOW',
  protocol: 'Tcp',
  sourceAddressPrefixes: ['*'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['Storage'],
  destinationPortRanges: ['443', '445'],
  ...overrides,
});
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
    const longest = Math.max(...flows.map(({ trace }) => trace.length));
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

describe('hostile documents', () => {
  /** A report or an error with words for the sender, never anything else. */
  function isAnswered(document: unknown): boolean {
    try {
      return JSON.stringify(check({ document })).length > 0;
    } catch (error) {
      if (error instanceof InputError)
        return error.path.join('/').startsWith('deployment/locations/0/networkSecurityGroup');
      throw error;
    }
  }

  const nested = (depth: number, wrap: (inner: unknown) => unknown) => {
    let document: unknown = [];
    for (let level = 0; level < depth; level += 1) document = wrap(document);
    return document;
  };

  it.each<[string, unknown]>([
    ['null', null],
    ['a number', 1],
    ['a text', 'securityRules'],
    ['an empty object', {}],
    ['rules that are null', { securityRules: null }],
    ['rules that are an object', { securityRules: { 0: {} } }],
    ['properties that are null', { properties: null }],
    ['properties that are a list', { properties: [] }],
    ['a rule that is null', [null]],
    ['a rule that is a list', [[[]]]],
    ['a rule in a list too many', [[{ name: 'a' }]]],
    ['an object where a text belongs', [{ name: {} }]],
    ['a list where a text belongs', [{ name: 'a', priority: [100] }]],
    ['null in a list', [{ name: 'a', sourceAddressPrefixes: [null] }]],
    ['deep objects', nested(50_000, (properties) => ({ properties }))],
    ['deep lists', nested(50_000, (inner) => [inner])],
    ['a prototype', JSON.parse('{"__proto__": {"securityRules": []}, "constructor": {}}')],
    ['a rule with a prototype', JSON.parse('[{"__proto__": {"name": "a"}, "properties": null}]')],
    ['default rules that are a text', { securityRules: [], defaultSecurityRules: 'none' }],
  ])('%s', (_, document) => {
    expect(isAnswered(document)).toBe(true);
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    ' ',
    '\u0000',
    '🦊',
    '[',
    '[]',
    '[[x]',
    '*'.repeat(9),
    'a'.repeat(1e6),
    '1'.repeat(1e6),
    ','.repeat(2000),
    '.'.repeat(1e6),
    ':'.repeat(1e6),
  ])('%s in every field of a rule', (text) => {
    const fields = Object.keys(propertiesOf(rule()));
    const lists = fields.filter((field) => /(es|Ranges)$/.test(field));
    const rules = [
      {
        name: text,
        ...Object.fromEntries(
          fields.filter((field) => !lists.includes(field)).map((field) => [field, text]),
        ),
      },
      { name: text, ...Object.fromEntries(lists.map((field) => [field, [text]])) },
    ];
    expect(isAnswered(rules)).toBe(true);
  });

  const scalar = fc.oneof(
    fc.constantFrom(
      '*',
      'Tcp',
      'Allow',
      'Outbound',
      'Storage',
      '10.0.0.0/8',
      '443',
      '',
      "[parameters('x')]",
    ),
    fc.string(),
    fc.double(),
    fc.constant(null),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const anyRule = fc.record(
    {
      name: scalar,
      ...Object.fromEntries(
        Object.keys(propertiesOf(rule())).map((field) => [
          field,
          fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
        ]),
      ),
      properties: scalar,
      sourceApplicationSecurityGroups: scalar,
    },
    { requiredKeys: [] },
  );

  it('whatever JSON they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => isAnswered(document)),
      runs(200),
    );
    const documents = fc.oneof(
      fc.array(anyRule, { maxLength: 4 }),
      fc.record({
        securityRules: fc.array(anyRule, { maxLength: 4 }),
        defaultSecurityRules: scalar,
      }),
      fc.record({
        properties: fc.record({
          securityRules: fc.array(fc.record({ name: scalar, properties: anyRule })),
        }),
      }),
    );
    fc.assert(
      fc.property(documents, (document) => isAnswered(document)),
      runs(250),
    );
  });
});
