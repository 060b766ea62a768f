/** One network security group in every document that may hold it: the same rules, or the one that is left open by name. */

import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../../core/deployment.ts';
import { InputError } from '../../../../core/input-error.ts';
import {
  maxPrefixes,
  maxRules,
  readNetworkSecurityGroup,
} from '../../../../core/validate/read/network-security-group.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { elsewhere } from '../../../support/group-elsewhere.ts';
import { inAzure } from '../../../support/group-in-azure.ts';
import {
  asGroupRules,
  asSiblings,
  azapi,
  block,
  effective,
  exported,
  groupResource,
  groupType,
  idOf,
  type Json,
  management,
  ofInterface,
  ofSubnet,
  other,
  partners,
  pascal,
  planned,
  plannedGroup,
  planOf,
  rg,
  rule,
  rules,
  rulesByParameter,
  subnetId,
  template,
} from '../../../support/group-shapes.ts';
import { deploymentOf } from '../../../support/groups.ts';
import { azShowDocument } from '../../../support/shapes.ts';

const path = ['deployment', 'locations', 0, 'networkSecurityGroup'];
const at = '/deployment/locations/0/networkSecurityGroup/document';
const read = (document: unknown) => readNetworkSecurityGroup({ document }, path, subnetId);

/** A rule without the places it was found in, its one prefix the same in either field. */
/** What a rule says, without where and in which manner its document says it. */
const contents = (document: unknown) =>
  read(document).map(({ source, destination, ...rule }) => {
    const { path: _, fieldsPath: __, isBlock: ___, terraformName: ____, ...rest } = rule;
    return {
      ...rest,
      source: [source.singular ?? [], source.plural].flat(),
      destination: [destination.singular ?? [], destination.plural].flat(),
      sourcePorts: [rest.sourcePorts.singular ?? [], rest.sourcePorts.plural].flat(),
      destinationPorts: [rest.destinationPorts.singular ?? [], rest.destinationPorts.plural].flat(),
    };
  });

describe('the same group in another document', () => {
  const expected = contents(azShowDocument(rules));
  const anyPort = (one: Json) => ({
    ...one,
    sourcePorts: one.sourcePorts.map((port: string) => (port === '0-65535' ? '*' : port)),
  });

  it.each([...inAzure, ...elsewhere])('%s', (_, document) => {
    expect(contents(document).map(anyPort)).toEqual(expected);
  });
});

const none = { serviceTagFiles: [], whatIf: 'NONE' } as const;

function check(document: unknown) {
  const frame = {
    virtualNetworkType: 'INTERNAL',
    platform: 'STV2',
    regions: ['westeurope'],
  } as const;
  const deployment: Deployment = deploymentOf(
    { ...frame, regions: [...frame.regions], edition: '2023-01-06' },
    { document },
    { subnet: '10.0.1.0/24' },
  );
  return validate(deployment, none);
}

describe('what the document of a group leaves open', () => {
  const aRule = (changes: Json) => ({
    ...management,
    properties: { ...management.properties, ...changes },
  });
  const change = (values: Json, after_unknown: Json, type = 'azurerm_network_security_group') => ({
    ...planOf(planned(type, 'nsg', { name: 'nsg', ...values })),
    resource_changes: [{ address: `${type}.nsg`, change: { actions: ['create'], after_unknown } }],
  });
  it.each<[string, Json, string]>([
    ['a parameter without a value', template([rulesByParameter]), "[parameters('rules')]"],
    [
      'a secret of a parameters file',
      {
        template: template([rulesByParameter]),
        parameters: { rules: { reference: { keyVault: { id: 'kv' }, secretName: 'rules' } } },
      },
      "[parameters('rules')]",
    ],
    ['a list in a group alone', { securityRules: "[variables('rules')]" }, "[variables('rules')]"],
    [
      'a function that only a deployment answers',
      template([groupResource({ securityRules: [aRule({ access: "[uniqueString('a')]" })] })]),
      "[uniqueString('a')]",
    ],
    [
      'a number of copies',
      template([
        groupResource({}),
        { ...asSiblings('nsg')[0], copy: { name: 'c', count: "[parameters('n')]" } },
      ]),
      '[copy]',
    ],
    [
      'the condition of the group',
      template([groupResource(asGroupRules, { condition: "[parameters('with')]" })]),
      "[parameters('with')]",
    ],
    ['the rules of a plan', change({}, { security_rule: true }), 'known after apply'],
    [
      'one rule of a plan',
      change({ security_rule: [block(management)] }, { security_rule: [{}, true] }),
      'security_rule[1]',
    ],
    [
      'one field of a rule of a plan',
      change({ security_rule: [block(management)] }, { security_rule: [{ access: true }] }),
      'security_rule[0].access',
    ],
    [
      'the body of azapi',
      {
        ...planOf(azapi(groupType, 'nsg', rg, undefined)),
        resource_changes: [
          { address: 'azapi_resource.nsg', change: { after_unknown: { body: true } } },
        ],
      },
      'azapi_resource.nsg.body',
    ],
    [
      'a body that is no JSON',
      planOf(azapi(groupType, 'nsg', rg, `{"properties": {"securityRules": [`)),
      'no JSON',
    ],
  ])('%s is undecided, and named', (_, document, name) => {
    const report = check(document);
    expect(report.flows.some(({ outcome }) => outcome === 'UNKNOWN')).toBe(true);
    expect(report.flows.some(({ outcome }) => outcome === 'DENIED')).toBe(false);
    const open = report.findings.filter(({ checkId }) => checkId === 'expression-unresolved');
    expect(open.map(({ message }) => message).join()).toContain(name);
    expect(report.verdict).toBe('NEEDS_REVIEW');
  });
});

describe('where the document of a group is wrong', () => {
  const wrong = { ...rule('a name', 120, ['*'], ['443']), destinationPortRanges: ['x'] };
  const properties = { ...partners.properties, priority: 7 };
  it.each<[string, Json, string[]]>([
    [
      'PowerShell',
      pascal({ securityRules: [{ name: partners.name, ...properties }] }),
      ['/SecurityRules/0/Priority'],
    ],
    [
      'a template',
      template([groupResource({ securityRules: [{ ...partners, properties }] })]),
      ['/resources/0/properties/securityRules/0/properties/priority'],
    ],
    [
      'a copy loop',
      template([
        groupResource({
          copy: [{ name: 'securityRules', count: 1, input: { ...partners, properties } }],
        }),
      ]),
      ['/resources/0/properties/copy/0/input/properties/priority'],
    ],
    [
      'a plan',
      planOf(plannedGroup([block({ ...partners, properties })])),
      ['/planned_values/root_module/resources/0/values/security_rule/0/priority'],
    ],
    [
      'effective rules',
      { value: [{ ...ofSubnet, effectiveSecurityRules: effective([wrong]) }] },
      [
        '/value/0/effectiveSecurityRules/0/destinationPortRange',
        '/value/0/effectiveSecurityRules/0/name',
      ],
    ],
  ])('%s', (_, document, places) => {
    const found = check(document).findings.filter(
      ({ checkId }) => !checkId.startsWith('required-flow') && checkId !== 'public-ip-missing',
    );
    const errors = found.filter(({ severity }) => severity === 'ERROR').map((one) => one.path);
    expect(errors.sort()).toEqual(places.map((place) => `${at}${place}`));
  });
});

describe('which group is meant', () => {
  const deep = (depth: number): Json => (depth === 0 ? [] : { properties: deep(depth - 1) });
  it.each<[string, Json, string, string[]]>([
    ['several groups', [exported, other], 'nsg, other', []],
    ['several groups of a template', template([groupResource({}), other]), 'nsg, other', []],
    [
      'several groups of a plan',
      planOf(plannedGroup([]), planned('azurerm_network_security_group', 'b', { name: 'b' })),
      'azurerm_network_security_group.b',
      [],
    ],
    ['rules of several groups', template([...asSiblings('a'), ...asSiblings('b')]), 'a, b', []],
    ['a plan without one', planOf(), 'no network security group', []],
    ['a template without one', template([]), 'no security rules', []],
    [
      'the group of an interface',
      { value: [{ ...ofInterface, effectiveSecurityRules: [] }] },
      'does not act on API Management',
      [],
    ],
    [
      'groups of two subnets',
      {
        value: ['a', 'b'].map((name) => ({
          association: { subnet: { id: idOf('virtualNetworks', `vnet/subnets/${name}`) } },
          effectiveSecurityRules: [],
        })),
      },
      'which of these groups',
      [],
    ],
    [
      'an effective rule that is none',
      { effectiveSecurityRules: [7] },
      'not a security rule',
      ['effectiveSecurityRules', 0 as never],
    ],
    [
      'rules that are a number',
      template([groupResource({ securityRules: 7 })]),
      'not a list',
      ['resources', 0 as never, 'properties', 'securityRules'],
    ],
    ['deep objects', deep(300), 'too deeply', []],
  ])('%s', (_, document, words, place) => {
    let error: unknown;
    try {
      read(document);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toContain(words);
    expect((error as InputError).path).toEqual([...path, 'document', ...place]);
  });
});

describe('limits hold in every document', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      name: `r${index}`,
      properties: { ...management.properties, priority: 100 + index },
    }));
  const wide = (count: number) => [
    {
      ...partners,
      properties: {
        ...partners.properties,
        sourceAddressPrefixes: Array.from(
          { length: count },
          (_, index) => `10.${index >> 8}.${index & 255}.0/24`,
        ),
      },
    },
  ];
  const documents: readonly (readonly [string, (list: Json[]) => Json])[] = [
    ['a template', (list) => template([groupResource({ securityRules: list })])],
    ['a plan', (list) => planOf(plannedGroup(list.map(block)))],
    [
      'azapi',
      (list) => planOf(azapi(groupType, 'nsg', rg, { properties: { securityRules: list } })),
    ],
    [
      'effective rules',
      (list) => ({
        effectiveSecurityRules: list.map(({ name, properties }) => ({ name, ...properties })),
      }),
    ],
  ];
  it.each(documents)('%s', (_, build) => {
    expect(read(build(many(maxRules)))).toHaveLength(maxRules);
    expect(() => read(build(many(maxRules + 1)))).toThrow('too many security rules');
    expect(read(build(wide(maxPrefixes)))).toHaveLength(1);
    expect(() => read(build(wide(maxPrefixes + 1)))).toThrow('too many source prefixes');
  });
});
