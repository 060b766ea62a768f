/** Foreign input: the spellings that are taken, the rules that Azure refuses, and the pointers to them. */

import { describe, expect, it } from 'vitest';
import type {
  Deployment,
  NetworkSecurityGroup,
  RuleFields,
} from '../../../../../core/deployment.ts';
import { pointer } from '../../../../../core/json-pointer.ts';
import type { ConfigReport } from '../../../../../core/validate/report.ts';
import { validate } from '../../../../../core/validate/validate.ts';
import { deploymentOf } from '../../../../support/groups.ts';
import { azRuleListDocument, azShowDocument, propertiesOf } from '../../../../support/shapes.ts';

const none = { serviceTagFiles: [], whatIf: 'NONE' } as const;
const frame = {
  virtualNetworkType: 'INTERNAL',
  platform: 'STV2',
  regions: ['westeurope'],
  edition: '2023-01-06',
} as const;
const here = '/deployment/locations/0/networkSecurityGroup';

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
const denyOut = rule({
  name: 'DenyOut',
  priority: 4000,
  access: 'DENY',
  protocol: '*',
  destinationAddressPrefixes: ['*'],
  destinationPortRanges: ['*'],
});

/** The group in the shape of `az network nsg rule list`, with some fields of its first rule replaced. */
const listWith = (overrides: Record<string, unknown>): NetworkSecurityGroup => ({
  document: [
    { name: 'Storage', ...propertiesOf(rule()), ...overrides },
    { name: 'DenyOut', ...propertiesOf(denyOut) },
  ],
});

/** What is said of rules as they are written, and not of what they deny. */
const refusals = ({ findings }: ConfigReport) =>
  findings.filter(
    ({ checkId }) => !checkId.startsWith('required-flow') && checkId !== 'custom-dns-53-blocked',
  );
const outcomes = ({ flows }: ConfigReport) => flows.map(({ id, outcome }) => `${id} ${outcome}`);

describe('spellings that are taken', () => {
  const canonical = outcomes(check(listWith({})));

  it.each<Record<string, unknown>>([
    { priority: '200' },
    { protocol: 'TCP' },
    { protocol: 'tcp' },
    { direction: 'outbound', access: 'allow' },
    { direction: 'OUTBOUND', access: 'ALLOW' },
    { destinationPortRanges: [443, 445] },
    { destinationPortRange: '443,445', destinationPortRanges: [] },
    { destinationPortRange: '443, 445', destinationPortRanges: null },
    { destinationPortRanges: ['443, 445'] },
    { destinationPortRanges: ['443 - 445'] },
    { sourcePortRange: '', sourcePortRanges: ['*'] },
    { sourcePortRange: null, sourcePortRanges: ['0-65535'] },
    { sourceAddressPrefix: '0.0.0.0/0', sourceAddressPrefixes: [] },
    { sourceAddressPrefix: '10.0.1.0/24' },
    { sourceAddressPrefix: '10.0.1.0-10.0.1.255' },
    { sourceAddressPrefix: '', sourceAddressPrefixes: ['10.0.1.0/25', '10.0.1.128/25'] },
    { sourceAddressPrefix: '10.0.1.128/25,10.0.1.0/25' },
    { sourceAddressPrefix: 'VIRTUAL_NETWORK' },
    { destinationAddressPrefix: 'storage' },
    { destinationAddressPrefix: 'storage.WESTEUROPE' },
    { description: null, etag: 1, unheard: { of: [] } },
    { sourceApplicationSecurityGroups: null, destinationApplicationSecurityGroups: [] },
  ])('%j', (overrides) => {
    const report = check(listWith(overrides));
    expect(outcomes(report)).toEqual(canonical);
    expect(refusals(report).filter(({ severity }) => severity !== 'INFO')).toEqual([]);
  });

  it.each([
    'SQL',
    'INTERNET',
    'VIRTUAL_NETWORK',
    'AZURE_LOADBALANCER',
    'AZURE_LOAD_BALANCER',
    'azurecloud.WestEurope',
  ])('the tag %s, with a word on its spelling', (destinationAddressPrefix) => {
    const found = refusals(check(listWith({ destinationAddressPrefix }))).filter(
      ({ checkId, severity }) => checkId === 'tag-case' || severity === 'ERROR',
    );
    expect(found.map(({ checkId, severity, outcome }) => [checkId, severity, outcome])).toEqual([
      ['tag-case', 'INFO', 'PASS'],
    ]);
  });

  it.each(['a', '9', '_a', 'a_', 'a.b-c_d', 'x'.repeat(80)])('the name %s', (name) => {
    expect(refusals(check(listWith({ name })))).toEqual([]);
  });

  it('one priority once inbound and once outbound', () => {
    const report = check({
      securityRules: [
        rule(),
        rule({ name: 'In', direction: 'INBOUND', destinationAddressPrefixes: ['*'] }),
      ],
    });
    expect(refusals(report)).toEqual([]);
  });
});

describe('rules that Azure refuses', () => {
  const without = outcomes(check({ securityRules: [denyOut] }));

  it.each<[string, Record<string, unknown>, string?]>([
    ['invalid-address-prefix', { destinationAddressPrefix: 'Virtual Network' }],
    ['invalid-address-prefix', { destinationAddressPrefix: 'KeyVault' }],
    ['invalid-address-prefix', { destinationAddressPrefix: 'Storage.Nowhere' }],
    ['invalid-address-prefix', { destinationAddressPrefix: 'AzureActiveDirectory.WestEurope' }],
    ['invalid-address-prefix', { destinationAddressPrefix: '10.0.1.7/24' }],
    ['invalid-address-prefix', { destinationAddressPrefix: '10.0.0.0/33' }],
    ['invalid-address-prefix', { destinationAddressPrefix: '300.1.1.1' }],
    ['invalid-address-prefix', { destinationAddressPrefix: '10.0.0.9-10.0.0.1' }],
    [
      'invalid-address-prefix',
      { destinationAddressPrefix: '', destinationAddressPrefixes: [] },
      'destinationAddressPrefixes',
    ],
    [
      'invalid-address-prefix',
      { destinationAddressPrefix: null, destinationAddressPrefixes: ['20.0.0.1', 'x'] },
      'destinationAddressPrefixes',
    ],
    [
      'tag-in-plural-list',
      { destinationAddressPrefix: null, destinationAddressPrefixes: ['Storage'] },
      'destinationAddressPrefixes',
    ],
    [
      'tag-in-plural-list',
      { destinationAddressPrefix: null, destinationAddressPrefixes: ['*'] },
      'destinationAddressPrefixes',
    ],
    [
      'tag-in-plural-list',
      { destinationAddressPrefix: null, destinationAddressPrefixes: ['20.0.0.0/8', 'Storage'] },
      'destinationAddressPrefixes',
    ],
    ['singular-and-plural', { destinationPortRange: '443' }, 'destinationPortRange'],
    ['singular-and-plural', { sourcePortRanges: ['1024-65535'] }, 'sourcePortRange'],
    [
      'singular-and-plural',
      { sourceAddressPrefix: '10.0.1.0/24', sourceAddressPrefixes: ['10.0.1.0/25'] },
      'sourceAddressPrefix',
    ],
    [
      'singular-and-plural',
      { sourceAddressPrefix: 'VirtualNetwork', sourceAddressPrefixes: ['10.0.1.0/25'] },
      'sourceAddressPrefix',
    ],
    ['priority-out-of-range', { priority: 99 }],
    ['priority-out-of-range', { priority: 4097 }],
    ['priority-out-of-range', { priority: 0 }],
    ['priority-out-of-range', { priority: -200 }],
    ['priority-out-of-range', { priority: 200.5 }],
    ['priority-out-of-range', { priority: 'high' }],
    ['priority-out-of-range', { priority: '' }],
    ['priority-out-of-range', { priority: null }],
    ['rule-name-invalid', { name: '' }],
    ['rule-name-invalid', { name: null }],
    ['rule-name-invalid', { name: 'Allow Storage' }],
    ['rule-name-invalid', { name: '-Storage' }],
    ['rule-name-invalid', { name: 'Storage.' }],
    ['rule-name-invalid', { name: 'Storage-' }],
    ['rule-name-invalid', { name: 'x'.repeat(81) }],
    [
      'mixed-ip-family',
      { destinationAddressPrefix: null, destinationAddressPrefixes: ['20.0.0.0/8', 'fd00::/8'] },
      '',
    ],
    [
      'mixed-ip-family',
      { sourceAddressPrefix: '10.0.1.0/24', destinationAddressPrefix: '::/0' },
      '',
    ],
    ['bad-port-range', { destinationPortRanges: ['445-443'] }],
    ['bad-port-range', { destinationPortRanges: ['443', '70000'] }],
    ['bad-port-range', { destinationPortRanges: ['https'] }],
    ['bad-port-range', { destinationPortRanges: ['443-445-447'] }],
    ['bad-port-range', { destinationPortRanges: ['-1'] }],
    ['bad-port-range', { destinationPortRanges: [''] }],
    ['bad-port-range', { destinationPortRanges: [] }],
    ['bad-port-range', { sourcePortRange: '1.5' }, 'sourcePortRange'],
    ['invalid-rule-field', { protocol: 'https' }, 'protocol'],
    ['invalid-rule-field', { access: 'Permit' }, 'access'],
    ['invalid-rule-field', { direction: 'Both' }, 'direction'],
    ['invalid-rule-field', { direction: '__proto__' }, 'direction'],
    ['invalid-rule-field', { protocol: 'constructor' }, 'protocol'],
  ])('%s: %j', (checkId, overrides, field) => {
    const fieldOf: Record<string, string> = {
      'invalid-address-prefix': 'destinationAddressPrefix',
      'priority-out-of-range': 'priority',
      'rule-name-invalid': 'name',
      'bad-port-range': 'destinationPortRanges',
    };
    const at = field ?? fieldOf[checkId] ?? '';
    const report = check(listWith(overrides));
    expect(
      refusals(report).map(({ checkId, severity, path }) => [checkId, severity, path]),
    ).toEqual([[checkId, 'ERROR', `${here}/document/0${at && `/${at}`}`]]);
    expect(outcomes(report)).toEqual(without);
    expect(report.verdict).toBe('FAIL');
  });

  it.each<[string, Partial<RuleFields>, string]>([
    ['duplicate-priority', { name: 'Other' }, '/1'],
    ['duplicate-rule-name', { priority: 201 }, '/1'],
    ['duplicate-rule-name', { name: 'STORAGE', priority: 201 }, '/1'],
  ])('%s: %j', (checkId, overrides, at) => {
    const report = check({ securityRules: [rule(), rule(overrides), denyOut] });
    const errors = refusals(report).filter(({ severity }) => severity === 'ERROR');
    expect(errors.map(({ checkId, path }) => [checkId, path])).toEqual([
      [checkId, `${here}/securityRules${at}`],
    ]);
  });

  it('several tags in one list of a rule given field by field', () => {
    const report = check({
      securityRules: [rule({ destinationAddressPrefixes: ['Storage', 'Sql'] }), denyOut],
    });
    expect(new Set(refusals(report).map(({ checkId }) => checkId))).toEqual(
      new Set(['tag-in-plural-list']),
    );
    expect(outcomes(report)).toEqual(without);
  });

  it('a delegated subnet, and no security group on stv2', () => {
    const [location] = deploymentWith({ securityRules: [] }).locations;
    const { networkSecurityGroup, ...bare } = location as Deployment['locations'][number];
    const delegations = ['Microsoft.ApiManagement/service'];
    const subnet = { ...bare.subnet, delegations } as NonNullable<typeof bare.subnet>;
    const deployment = deploymentWith(networkSecurityGroup as NetworkSecurityGroup);
    const report = validate({ ...deployment, locations: [{ ...bare, subnet }] }, none);
    expect(refusals(report).map(({ checkId, path }) => [checkId, path])).toEqual([
      ['nsg-missing', here],
      ['delegation-present', '/deployment/locations/0/subnet/delegations/0'],
    ]);
  });
});

describe('pointers', () => {
  it.each([
    { keys: ['a', 0, 'b'], text: '/a/0/b' },
    { keys: ['a/b', '~', ''], text: '/a~1b/~0/' },
    { keys: [], text: '' },
  ])('of $keys', ({ keys, text }) => {
    expect(pointer(...keys)).toBe(text);
  });

  /** The value a pointer leads to within { deployment }. */
  function valueAt(deployment: Deployment, path: string): unknown {
    return path
      .split('/')
      .slice(1)
      .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], {
        deployment,
      });
  }

  const bad = rule({
    name: 'a name',
    priority: 99,
    protocol: 'https',
    sourceAddressPrefixes: ['KeyVault'],
    sourcePortRanges: ['x'],
    destinationPortRanges: ['9-1', '443'],
    destinationAddressPrefixes: ['10.0.0.1/8', '20.0.0.0/8'],
  });

  it.each([
    { shape: 'fields', group: { securityRules: [denyOut, bad] } },
    { shape: 'az network nsg show', group: { document: azShowDocument([denyOut, bad]) } },
    { shape: 'az network nsg rule list', group: { document: azRuleListDocument([denyOut, bad]) } },
  ])('lead to what they speak of: $shape', ({ group }) => {
    const deployment = deploymentWith(group);
    const { findings } = validate(deployment, none);
    expect(new Set(refusals({ findings } as ConfigReport).map(({ checkId }) => checkId)).size).toBe(
      5,
    );
    const offenders = findings.filter(({ path }) => valueAt(deployment, path) === undefined);
    expect(offenders).toEqual([]);
  });
});
