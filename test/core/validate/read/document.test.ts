/** Whole documents: the same network in another shape has the same report, and the remedy its own manner. */

import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../../core/deployment.ts';
import { type RuleFormat, render } from '../../../../core/render/index.ts';
import { readDocument } from '../../../../core/validate/read/document.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { client } from '../../../support/client.ts';
import { check, type Json, load, type Name, names, none, rule } from './sample-documents.ts';

const network = ['VirtualNetwork'];

const securityRules = [
  rule('AllowManagement', 100, 'INBOUND', [['ApiManagement'], network], ['3443']),
  rule('AllowProbe', 110, 'INBOUND', [['AzureLoadBalancer'], network], ['6390']),
  rule('AllowPartners', 120, 'INBOUND', [['10.1.0.0/16', '10.2.0.0/16'], ['10.0.1.0/24']], ['443']),
  rule('AllowStorage', 100, 'OUTBOUND', [network, ['Storage']], ['443']),
  rule('AllowSql', 110, 'OUTBOUND', [network, ['Sql']], ['1443']),
  rule('AllowMonitor', 120, 'OUTBOUND', [network, ['AzureMonitor']], ['443', '1886']),
  {
    ...rule('DenyInternet', 4000, 'OUTBOUND', [['*'], ['Internet']], ['*']),
    access: 'DENY' as const,
    protocol: '*',
  },
];

const deployment: Deployment = {
  tier: 'PREMIUM',
  virtualNetworkType: 'INTERNAL',
  platform: 'STV2',
  features: [],
  locations: [
    {
      region: 'westeurope',
      units: 2,
      zones: [1, 2],
      subnet: {
        addressPrefix: '10.0.1.0/24',
        delegations: [],
        serviceEndpoints: ['Microsoft.Storage'],
        otherResources: [],
        otherAddresses: 0,
      },
      networkSecurityGroup: { securityRules },
      dnsServers: ['10.0.0.4'],
      virtualNetworkAddressPrefixes: ['10.0.0.0/16'],
    },
  ],
};

/**
 * What does not depend on the shape: all but pointers, and what a shape says of the group itself. One of the documents
 * names a public IP address, the others leave it to Azure.
 */
const withoutPaths = ({
  findings,
  flows,
  remediation,
  denyByDefault: _,
  edits: __,
  filters: ______,
  instance: _______,
  ladders: ________,
  unused: _____,
  assumptions,
  ...report
}: ConfigReport) => ({
  ...report,
  assumptions: assumptions.filter(({ code }) => code !== 'PARAMETER_DEFAULTS'),
  flows: flows.map(({ decidedByPath: ___, steps, trace, ...flow }) => ({
    ...flow,
    trace: trace(),
    steps: steps().map(({ path: ____, ...step }) => step),
  })),
  findings: findings
    .filter(({ checkId }) => checkId !== 'public-ip-missing')
    .map(({ path: ____, ...finding }) => finding),
  remediation: remediation().map(({ region, rules }) => ({ region, rules })),
});

/** The value at a JSON pointer into the input { document }. */
function valueAt(document: Json, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<Json>((value, key) => value?.[key.replace(/~1/g, '/').replace(/~0/g, '~')], {
      document,
    });
}

describe('the same network in another shape', () => {
  const expected = validate(deployment, none);

  it.each(names)('%s has the same flows, findings and remedy', (name) => {
    expect(withoutPaths(check(load(name)))).toEqual(withoutPaths(expected));
  });

  it.each(names)('%s has the same deployment', (name) => {
    const { locations, assumedDefaults: _d, ...rest } = readDocument(load(name)).deployment;
    const { locations: input, ...others } = deployment;
    const { subscription: _s, ...kind } = rest;
    expect(kind).toEqual(others);
    const { networkSecurityGroup: _, ...location } = input[0] as Deployment['locations'][number];
    expect(locations).toMatchObject([
      { ...location, region: expect.stringMatching(/^west ?europe$/i) },
    ]);
  });

  it.each(names)('%s: findings lead into the document', (name) => {
    const document = load(name);
    const { findings } = check(document);
    expect(findings.length).toBeGreaterThan(0);
    const offenders = findings.filter(({ path }) => valueAt(document, path) === undefined);
    expect(offenders).toEqual([]);
  });

  it('is read from an object around the list, from az, and from Resource Graph', () => {
    const list: Json[] = load('exported-resources');
    const flat = list.map(({ properties, ...resource }) => ({ ...resource, ...properties }));
    const lowerCase = list.map((one) => ({ ...one, type: one.type.toLowerCase() }));
    const documents = [{ resources: list }, { value: list }, flat, { count: 6, data: lowerCase }];
    for (const document of documents) {
      expect(withoutPaths(check(document)).flows).toEqual(withoutPaths(expected).flows);
    }
  });

  it('is answered over HTTP', async () => {
    const { ask, fail } = client();
    const mutation = `mutation ($input: ValidateConfigInput!) {
      validateConfig(input: $input) { verdict findings { path } flows { outcome } }
    }`;
    const { validateConfig } = await ask(mutation, { input: { document: load('bicep-build') } });
    expect(validateConfig.verdict).toBe('FAIL');
    expect(validateConfig.findings[0].path).toBe('/document/resources/5');
    const error = await fail(mutation, { input: { document: { resources: [] } } });
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['input', 'document'] });
  });
});

describe('the remedy in the document’s own manner', () => {
  it.each<[string, Name, RuleFormat, string[], string[]]>([
    ['blocks', 'plan-inline-rules', 'TERRAFORM', ['security_rule {', '"AllowSql"'], ['resource "']],
    [
      'resources',
      'plan-separate-rules',
      'TERRAFORM',
      ['resource "azurerm_network_security_rule"', '= "nsg-apim"', '= "rg"'],
      ['security_rule {', 'variable'],
    ],
    [
      'the names of an export',
      'exported-resources',
      'AZURE_CLI',
      ["='nsg'", "='rg'", 'rule update'],
      [],
    ],
    ['the name in a template', 'symbolic-names', 'BICEP', ["= 'nsg-apim'", 'existing ='], []],
  ])('%s', (_, name, format, held, absent) => {
    const text = render(format, check(load(name)).remediation());
    expect(held.filter((part) => !text.includes(part))).toEqual([]);
    expect(absent.filter((part) => text.includes(part))).toEqual([]);
  });

  it('counts a rule once that a plan repeats in its group', () => {
    const name = 'plan-separate-rules';
    const repeated = load(name, ({ planned_values: { root_module } }) => {
      const { resources } = root_module.child_modules[0];
      const [, , group] = resources;
      group.values.security_rule = resources
        .filter(({ type }: Json) => type === 'azurerm_network_security_rule')
        .map(({ values }: Json) => values);
    });
    expect(withoutPaths(check(repeated))).toEqual(withoutPaths(check(load(name))));
  });
});
