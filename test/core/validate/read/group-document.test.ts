/** A group in a document: its shapes, what it leaves open, and where it is wrong. */

import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../../core/deployment.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { elsewhere } from '../../../support/group-elsewhere.ts';
import { inAzure } from '../../../support/group-in-azure.ts';
import {
  asGroupRules,
  asSiblings,
  azapi,
  block,
  effective,
  groupResource,
  groupType,
  type Json,
  management,
  ofSubnet,
  partners,
  pascal,
  planned,
  plannedGroup,
  planOf,
  rg,
  rule,
  rules,
  rulesByParameter,
  template,
} from '../../../support/group-shapes.ts';
import { deploymentOf } from '../../../support/groups.ts';
import { azShowDocument } from '../../../support/shapes.ts';
import { read } from './read-groups.ts';

const at = '/deployment/locations/0/networkSecurityGroup/document';

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
      'not JSON',
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
    const actual = check(document).findings.filter(
      ({ checkId }) => !checkId.startsWith('required-flow') && checkId !== 'public-ip-missing',
    );
    const errors = actual.filter(({ severity }) => severity === 'ERROR').map((one) => one.path);
    expect(errors.sort()).toEqual(places.map((place) => `${at}${place}`));
  });
});
