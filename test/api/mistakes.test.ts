/** Inputs that cannot be meant are refused, all their mistakes at once; what the API itself writes goes in as it is. */

import { describe, expect, it, test } from 'vitest';
import { client } from '../support/client.ts';

const { ask, fail } = client();

const mutation = `mutation ($input: ValidateConfigInput!) {
  validateConfig(input: $input) { verdict findings { checkId message } }
}`;

function deployment(location: object = {}, rest: object = {}) {
  return {
    deployment: {
      tier: 'PREMIUM',
      virtualNetworkType: 'INTERNAL',
      ...rest,
      locations: [{ region: 'westeurope', ...location }],
    },
  };
}

const subnet = (fields: object) => ({ subnet: { addressPrefix: '10.0.1.0/27', ...fields } });
const route = (fields: object) => ({
  routeTable: {
    routes: [{ name: 'r', addressPrefix: '0.0.0.0/0', nextHopType: 'Internet', ...fields }],
  },
});

const refused: readonly (readonly [path: string, location: object, nearest?: string])[] = [
  ['zones.1', { zones: [1, 4] }],
  ['zones.1', { zones: [1, 1, 1] }],
  ['zones.0', { zones: [0] }],
  ['units', { units: -1 }],
  ['dnsServers.0', { dnsServers: ['foo'] }],
  ['dnsServers.1', { dnsServers: ['10.0.0.4', '10.0.0.0/24'] }],
  ['publicIpAddress.region', { publicIpAddress: { region: 'westeurop' } }, 'westeurope'],
  ['publicIpAddress.sku', { publicIpAddress: { sku: 'Standart' } }, 'Standard'],
  [
    'publicIpAddress.allocationMethod',
    { publicIpAddress: { allocationMethod: 'Statik' } },
    'Static',
  ],
  ['publicIpAddress.version', { publicIpAddress: { version: 'IPv5' } }, 'IPv4'],
  ['publicIpAddress.zones.0', { publicIpAddress: { zones: [9] } }],
  ['subnet.otherAddresses', subnet({ otherAddresses: -5 })],
  ['subnet.addressPrefix', subnet({ addressPrefix: '10.0.1.0' }), '10.0.1.0/27'],
  ['subnet.addressPrefix', subnet({ addressPrefix: '10.0.1.9' }), '10.0.1.0/27'],
  ['subnet.addressPrefix', subnet({ addressPrefix: '10.0.1.1/27' }), '10.0.1.0/27'],
  ['subnet.addressPrefix', subnet({ addressPrefix: 'banana' })],
  ['virtualNetworkAddressPrefixes.0', { virtualNetworkAddressPrefixes: ['10.0.0.0'] }],
  ['routeTable.routes.0.nextHopType', route({ nextHopType: 'Firewal' })],
  [
    'routeTable.routes.0.nextHopType',
    route({ nextHopType: 'Virtual Apliance' }),
    'VirtualAppliance',
  ],
  ['routeTable.routes.0.nextHopIpAddress', route({ nextHopIpAddress: 'firewall' })],
];

describe('an input that cannot be meant', () => {
  test.each<[path: string, location: object, nearest: string | undefined]>(
    refused.map(([path, location, nearest]) => [path, location, nearest]),
  )('is refused at %s: %j', async (path, location, nearest) => {
    const { message, extensions } = await fail(mutation, { input: deployment(location) });
    expect(extensions.code).toBe('BAD_USER_INPUT');
    expect(extensions.path?.join('.')).toBe(`input.deployment.locations.0.${path}`);
    if (nearest !== undefined) expect(extensions.nearest?.[0]).toBe(nearest);
    expect(message).toMatch(/given .*; accepted: ./);
  });

  test.each(['PREMIUM', 'BASIC'])('is refused for %s at its edition', async (tier) => {
    const input = deployment({}, { tier, edition: '2020-01-01' });
    const { extensions } = await fail(mutation, { input });
    expect(extensions.path?.join('.')).toBe('input.deployment.edition');
    expect(extensions.nearest).toEqual(['2019-09-09']);
  });

  it('reports all its mistakes at once', async () => {
    const input = {
      deployment: {
        tier: 'PREMIUM',
        virtualNetworkType: 'INTERNAL',
        edition: '2001-01-01',
        locations: [
          { region: 'mars', units: -1, subnet: { addressPrefix: 'banana' } },
          { region: 'westeurope', zones: [4] },
          { region: 'West Europe' },
        ],
      },
    };
    const { extensions } = await fail(mutation, { input });
    expect(extensions.problems?.map(({ path }) => path.slice(2).join('.'))).toEqual([
      'edition',
      'locations.0.region',
      'locations.0.units',
      'locations.0.subnet.addressPrefix',
      'locations.1.zones.0',
      'locations.2.region',
    ]);
    expect(extensions.path).toEqual(extensions.problems?.[0]?.path);
  });

  it('reports the mistakes of both sides of ipImpact at once', async () => {
    const query = `query ($before: DeploymentInput!, $after: DeploymentInput!) {
      ipImpact(before: $before, after: $after) { summary }
    }`;
    const before = deployment({ zones: [4] }).deployment;
    const after = deployment({}, { edition: '2020-01-01' }).deployment;
    const { extensions } = await fail(query, { before, after });
    expect(extensions.problems?.map(({ path }) => path.join('.'))).toEqual([
      'before.locations.0.zones.0',
      'after.edition',
    ]);
  });

  const nsg = { name: 'nsg', properties: { securityRules: [] } };
  test.each<[what: string, document: unknown, says: RegExp]>([
    [
      'a security group',
      nsg,
      /give it as deployment\.locations\[\]\.networkSecurityGroup\.document/,
    ],
    ['a route table', { routes: [] }, /give it as deployment\.locations\[\]\.routeTable\.document/],
    ['a group as a text', JSON.stringify(nsg), /give it as .*networkSecurityGroup\.document/],
    ['a text that is no JSON', 'a template', /the text is not JSON/],
  ])('that is %s as the whole document says what to do', async (_, document, says) => {
    const { message, extensions } = await fail(mutation, { input: { document } });
    expect(message).toMatch(says);
    expect(extensions.path).toEqual(['input', 'document']);
  });
});

describe('what the API writes', () => {
  const cases = ['EXTERNAL', 'INTERNAL'].flatMap((mode) =>
    ['DEVELOPER', 'PREMIUM'].map((tier) => [tier, mode] as const),
  );
  test.each(cases)(
    'as rules of %s in the mode %s has no finding about a rule',
    async (tier, mode) => {
      const { requiredRules } = await ask(
        `query ($input: RequiredRulesInput!) {
        requiredRules(input: $input) { locations { securityRules {
          name description priority direction access protocol
          sourceAddressPrefixes sourcePortRanges destinationAddressPrefixes destinationPortRanges
        } } }
      }`,
        { input: { region: 'westeurope', tier, virtualNetworkType: mode } },
      );
      const [{ securityRules }] = requiredRules.locations;
      expect(securityRules.length).toBeGreaterThan(5);
      const location = {
        ...subnet({}),
        networkSecurityGroup: { securityRules },
      };
      const input = deployment(location, { tier, virtualNetworkType: mode });
      const { validateConfig } = await ask(mutation, { input });
      expect(validateConfig.verdict).toBe('PASS');
      const offRule = ['subnet-without-room-to-scale'];
      const checkIds = validateConfig.findings.map(({ checkId }: { checkId: string }) => checkId);
      expect(checkIds.filter((id: string) => !offRule.includes(id))).toEqual([]);
    },
  );

  test.each(['VIRTUAL_APPLIANCE', 'virtual appliance', 'VirtualAppliance'])(
    'as the next hop %s is read',
    async (nextHopType) => {
      const table = route({
        nextHopType,
        nextHopIpAddress: '10.9.0.4',
        addressPrefix: '8.8.8.0/24',
      });
      const { validateConfig } = await ask(mutation, { input: deployment(table) });
      const checkIds = validateConfig.findings.map(({ checkId }: { checkId: string }) => checkId);
      expect(checkIds).not.toContain('route-not-judged');
    },
  );
});

describe('all mistakes of the arguments', () => {
  const bad = 'region: "mars"';
  const mode = 'tier: PREMIUM, virtualNetworkType: NONE';
  test.each<[query: string, paths: readonly string[]]>([
    [
      '{ requiredRules(input: { region: "mars", additionalRegions: ["pluto", "westus", "West US"], tier: PREMIUM, virtualNetworkType: EXTERNAL, edition: "2001-01-01" }) { render(format: CSV) } }',
      ['input.edition', 'input.region', 'input.additionalRegions.0', 'input.additionalRegions.2'],
    ],
    [
      '{ dnsPlan(instanceName: "-", privateAddress: "x") { privateAddress } }',
      ['instanceName', 'privateAddress'],
    ],
    [
      `{ subnetPlan(${mode}, units: 0, prefixLength: 33) { fits } }`,
      ['virtualNetworkType', 'units', 'prefixLength'],
    ],
    [`{ forcedTunneling(${bad}, ${mode}) { summary } }`, ['region', 'virtualNetworkType']],
    [
      `{ backendAddresses(${bad}, ${mode}, destination: PEERED) { allow } }`,
      ['region', 'destination'],
    ],
    [
      '{ serviceTagContains(outer: "Storag", inner: "10.0.0.1/8") { fraction } }',
      ['outer', 'inner'],
    ],
  ])('%s', async (query, paths) => {
    const { extensions } = await fail(query);
    expect(extensions.problems?.map(({ path }) => path.join('.'))).toEqual(paths);
  });
});

describe('a date that is none', () => {
  test.each([
    ['{ changes(after: "06/17/2025") { id } }', 'after'],
    ['{ a: portRules { ruleId } b: portRules(edition: "2025-02-30") { ruleId } }', 'edition'],
    [
      '{ requiredRules(input: { region: "x", tier: PREMIUM, virtualNetworkType: NONE, edition: "new" }) { render(format: CSV) } }',
      'input.edition',
    ],
  ])('has the path to it in %s', async (query, path) => {
    const { extensions } = await fail(query);
    expect(extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      expected: 'a calendar date as YYYY-MM-DD',
    });
    expect(extensions.path?.join('.')).toBe(path);
  });
});

test.each<[paths: readonly string[], refused: readonly number[]]>([
  [['../main.bicep'], [0]],
  [
    ['', 'main.bicep', './main.bicep'],
    [0, 2],
  ],
  [['/main.bicep', 'C:\\infra\\main.bicep'], []],
])('files at %j: refused %j', async (paths, refused) => {
  const files = paths.map((path) => ({ path, text: 'param a string' }));
  const { extensions } = await fail(mutation, { input: { source: { files } } });
  const problems = extensions.problems ?? [{ path: extensions.path ?? [] }];
  const places = problems.flatMap(({ path }) => (path.at(-1) === 'path' ? path.join('.') : []));
  expect(places).toEqual(refused.map((index) => `input.source.files.${index}.path`));
});
