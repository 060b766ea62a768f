/** One network in each shape that a document can have, what is left open in it, and what is refused. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deployment, RuleFields } from '../../../../core/deployment.ts';
import { InputError } from '../../../../core/input-error.ts';
import { type RuleFormat, render } from '../../../../core/render/index.ts';
import { readDocument } from '../../../../core/validate/read/document.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { validate, validateDocument } from '../../../../core/validate/validate.ts';
import { client } from '../../../support/client.ts';
import { patience, runs } from '../../../support/runs.ts';

const none = { serviceTagFiles: [], whatIf: 'NONE' } as const;

// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, changed at will
type Json = any;

const names = [
  'bicep-build',
  'symbolic-names',
  'nested-deployments',
  'exported-resources',
  'plan-inline-rules',
  'plan-separate-rules',
] as const;
type Name = (typeof names)[number];

const texts = new Map(
  names.map((name) => [
    name,
    readFileSync(new URL(`../../../fixtures/documents/${name}.json`, import.meta.url), 'utf8'),
  ]),
);

function load(name: Name, change: (document: Json) => void = () => {}): Json {
  const document = JSON.parse(texts.get(name) as string);
  change(document);
  return document;
}

const check = (document: unknown) => validateDocument(document, none);

function rule(
  name: string,
  priority: number,
  direction: 'INBOUND' | 'OUTBOUND',
  [source, destination]: readonly [string[], string[]],
  ports: string[],
): RuleFields {
  return {
    name,
    priority,
    direction,
    access: 'ALLOW',
    protocol: 'Tcp',
    sourceAddressPrefixes: source,
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: destination,
    destinationPortRanges: ports,
  };
}

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
const withoutPaths = ({ findings, remediation, denyByDefault: _, ...report }: ConfigReport) => ({
  ...report,
  findings: findings
    .filter(({ checkId }) => checkId !== 'public-ip-missing')
    .map(({ path: __, ...finding }) => finding),
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
    const { locations, ...rest } = readDocument(load(name)).deployment;
    const { locations: given, ...others } = deployment;
    expect(rest).toEqual(others);
    const { networkSecurityGroup: _, ...location } = given[0] as Deployment['locations'][number];
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
      expect(check(document).flows).toEqual(expected.flows);
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

const outcomes = (report: ConfigReport, id: string) =>
  report.flows.filter((flow) => flow.id === id).map(({ outcome }) => outcome);
const ids = (report: ConfigReport) => new Set(report.findings.map(({ checkId }) => checkId));

describe('what a document leaves open', () => {
  it.each<[string, Name, (document: Json) => void, string]>([
    [
      'a parameter without a default value',
      'bicep-build',
      ({ parameters }) => delete parameters.ports.defaultValue,
      '/document/resources/4/properties/destinationPortRanges',
    ],
    [
      'the condition of a rule',
      'bicep-build',
      (document) => {
        document.resources[5].condition = "[contains(reference('x').y, 'z')]";
      },
      '/document/resources/5',
    ],
    [
      'a list of rules',
      'nested-deployments',
      ({ resources: [group] }) => {
        group.properties.parameters.rules.value = "[parameters('rules')]";
      },
      '/document/resources/0/properties/template/resources/0/properties/securityRules',
    ],
    [
      'a prefix that is known after apply',
      'plan-separate-rules',
      ({ resource_changes }) => {
        const change = resource_changes.find(({ address }: Json) =>
          address.includes('DenyInternet'),
        );
        change.change.after_unknown.destination_address_prefix = true;
      },
      '/document/planned_values/root_module/child_modules/0/resources/10/values',
    ],
    [
      'the rules of a plan',
      'plan-inline-rules',
      ({ resource_changes }) => {
        resource_changes[2].change.after_unknown.security_rule = true;
      },
      '/document/planned_values/root_module/resources/2/values/security_rule',
    ],
  ])('%s is undecided, and said to be', (_, name, change, path) => {
    const document = load(name, change);
    const report = check(document);
    const findings = report.findings.filter(({ checkId }) => checkId === 'expression-unresolved');
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter((finding) => !finding.path.startsWith(path))).toEqual([]);
    expect(report.flows.some(({ outcome }) => outcome === 'UNKNOWN')).toBe(true);
  });

  it('the rules of a group whose rules are resources of their own are those alone', () => {
    expect(ids(check(load('plan-separate-rules')))).not.toContain('expression-unresolved');
  });

  it('a group of a plan without any rule may have rules that are known after apply', () => {
    const document = load('plan-separate-rules', ({ planned_values: { root_module } }) => {
      root_module.child_modules[0].resources.splice(4, 7);
    });
    expect(check(document).verdict).toBe('NEEDS_REVIEW');
  });

  it('either of a value and a list may be the one that is used', () => {
    const report = check(
      load('symbolic-names', ({ resources }) => {
        const { properties } = resources.nsg.properties.securityRules[6];
        properties.destinationAddressPrefixes = "[parameters('prefixes')]";
      }),
    );
    expect(ids(report)).not.toContain('singular-and-plural');
    expect(ids(report)).toContain('expression-unresolved');
  });

  it('an address space that is open counts as not given', () => {
    const document = load('symbolic-names', ({ resources }) => {
      resources.vnet.properties.addressSpace.addressPrefixes = ["[parameters('space')]"];
    });
    const [location] = readDocument(document).deployment.locations;
    expect(location?.virtualNetworkAddressPrefixes).toEqual([]);
  });
});

describe('what a template computes', () => {
  it.each<[expression: string, value: string]>([
    ["[concat('10.0.', string(3), '.0/24')]", '10.0.3.0/24'],
    ["[format('{0}/{1}', '10.0.3.0', 24)]", '10.0.3.0/24'],
    ["[if(equals('a', toLower('A')), '10.0.3.0/24', '10.0.4.0/24')]", '10.0.3.0/24'],
    ["[if(and(true(), not(false())), variables('a').b[0], 'x')]", '10.0.3.0/24'],
    ["[if(or(false(), equals(1, 2)), 'x', variables('a')['b'][0])]", '10.0.3.0/24'],
    ["[coalesce(tryGet(variables('a'), 'c'), variables('a').?d, '10.0.3.0/24')]", '10.0.3.0/24'],
    ["[first(split('10.0.3.0/24,10.0.4.0/24', ','))]", '10.0.3.0/24'],
    ["[replace('10.0.''3.0/24', '''', '')]", '10.0.3.0/24'],
    ["[parameters('PREFIX')]", '10.0.3.0/24'],
    ["[cidrSubnet('10.0.0.0/16', 24, 3)]", '10.0.3.0/24'],
    ["[format('{0}/32', cidrHost('10.0.3.0/24', 0))]", '10.0.3.1/32'],
    ["[format('{0}/{1}', parseCidr('10.0.3.0/24').network, 24)]", '10.0.3.0/24'],
    ["[last(skip(createArray('a', '10.0.3.0/24'), 1))]", '10.0.3.0/24'],
    ["[take('10.0.3.0/24 and more', indexOf('10.0.3.0/24 and more', ' AND'))]", '10.0.3.0/24'],
    ["[first(intersection(createArray('b', '10.0.3.0/24'), variables('a').b))]", '10.0.3.0/24'],
    ["[items(createObject('z', 'a', 'b', '10.0.3.0/24'))[0].value]", '10.0.3.0/24'],
    ['[json(\'{"a": "10.0.3.0/24"}\').a]', '10.0.3.0/24'],
    ["[concat('10.0.', max(1, 3), '.0/', string(div(49, 2)))]", '10.0.3.0/24'],
    ["[concat('10.0.', mod(13, min(createArray(5, 6))), '.0/24')]", '10.0.3.0/24'],
    [
      "[first(filter(flatten(createArray(createArray('x'), variables('a').b)), lambda('p', endsWith(lambdaVariables('p'), '/24'))))]",
      '10.0.3.0/24',
    ],
    ["[union(variables('a'), createObject('e', '10.0.3.0/24')).e]", '10.0.3.0/24'],
  ])('%s', (expression, value) => {
    const document = load('symbolic-names', (template) => {
      template.parameters.prefix = { type: 'string', defaultValue: '10.0.3.0/24' };
      template.variables = { a: { b: ['10.0.3.0/24'] } };
      template.resources.apimSubnet.properties.addressPrefixes = [expression];
    });
    expect(readDocument(document).deployment.locations[0]?.subnet?.addressPrefix).toBe(value);
  });

  it('copies of a resource, one for each index', () => {
    const document = load('bicep-build', (template) => {
      const [group, ...rest] = template.resources;
      template.resources = [
        group,
        {
          type: 'Microsoft.Network/networkSecurityGroups/securityRules',
          name: "[format('{0}/Copy{1}', variables('groupName'), copyIndex())]",
          copy: { name: 'rules', count: 3 },
          properties: {
            ...template.resources[3].properties,
            priority: "[add(200, copyIndex('rules'))]",
          },
        },
        ...rest,
      ];
    });
    const [location] = readDocument(document).deployment.locations;
    const group = location?.networkSecurityGroup;
    const rules = group && 'rules' in group ? (group.rules ?? []) : [];
    expect(
      rules
        .filter(({ name }) => name.startsWith('Copy'))
        .map(({ name, priority }) => [name, priority]),
    ).toEqual([
      ['Copy0', 200],
      ['Copy1', 201],
      ['Copy2', 202],
    ]);
    expect(new Set(rules.map(({ path }) => path)).size).toBe(rules.length);
  });
});

describe('what else a service has', () => {
  it('further locations, each with a network', () => {
    const document = load('exported-resources', (list) => {
      const text = JSON.stringify(list.slice(1, 3))
        .replaceAll('/vnet', '/vnet2')
        .replaceAll('/rg/', '/second/');
      list.push(...JSON.parse(text));
      list[0].properties.additionalLocations = [
        {
          location: 'North Europe',
          sku: { name: 'Premium', capacity: 1 },
          virtualNetworkConfiguration: {
            subnetResourceId: list[0].properties.virtualNetworkConfiguration.subnetResourceId
              .replace('/vnet', '/vnet2')
              .replace('/rg/', '/second/'),
          },
        },
      ];
      list.at(-1).properties.securityRules = [];
      list.at(-2).properties.subnets[0].properties.networkSecurityGroup.id = list.at(-1).id;
    });
    const report = check(document);
    expect(new Set(report.flows.map(({ region }) => region))).toEqual(
      new Set(['westeurope', 'northeurope']),
    );
    const sql = report.flows.filter(({ id }) => id.startsWith('outbound-1433'));
    expect(sql.map(({ region, outcome }) => [region, outcome])).toEqual([
      ['westeurope', 'DENIED'],
      ['northeurope', 'ALLOWED'],
    ]);
  });

  it('no virtual network', () => {
    const report = check([
      {
        type: 'Microsoft.ApiManagement/service',
        name: 'apim',
        location: 'westeurope',
        sku: { name: 'StandardV2', capacity: 1 },
        properties: {},
      },
    ]);
    expect(report.flows).toEqual([]);
  });

  it('a subnet without a network security group', () => {
    const report = check(
      load('plan-inline-rules', ({ planned_values: { root_module } }) => {
        root_module.resources.splice(2, 2);
      }),
    );
    expect(report.findings.filter(({ checkId }) => checkId === 'nsg-missing')).toMatchObject([
      { path: '/document/planned_values/root_module/resources/1/values' },
    ]);
  });

  it('a delegation, at its place', () => {
    const report = check(
      load('plan-separate-rules', ({ planned_values: { root_module } }) => {
        root_module.child_modules[0].resources[1].values.delegation = [
          {
            name: 'web',
            service_delegation: [{ name: 'Microsoft.Web/serverFarms', actions: null }],
          },
        ];
      }),
    );
    expect(report.findings.filter(({ checkId }) => checkId === 'delegation-present')).toMatchObject(
      [
        {
          path: '/document/planned_values/root_module/child_modules/0/resources/1/values/delegation/0',
        },
      ],
    );
  });

  it('a subnet by itself beside its virtual network, told twice in the same words', () => {
    const twice = (addressPrefix: string) =>
      load('bicep-build', ({ resources }) => {
        const { name: _, ...subnet } = resources[7].properties.subnets[1];
        resources.push({
          type: 'Microsoft.Network/virtualNetworks/subnets',
          name: "[concat(variables('networkName'), '/', variables('subnet').name)]",
          properties: { ...subnet.properties, addressPrefix },
        });
      });
    expect(check(twice('10.0.1.0/24')).verdict).toBe('FAIL');
    expect(() => check(twice('10.0.2.0/24'))).toThrow('twice');
  });

  it('another service, which has no network', () => {
    const document = load('exported-resources', (list) =>
      list.push({ ...list[0], id: `${list[0].id}2`, properties: { virtualNetworkType: 'None' } }),
    );
    expect(outcomes(check(document), 'outbound-443-Storage')).toEqual(['ALLOWED']);
  });
});

describe('what is refused', () => {
  const first = ['document', 'resources'];
  it.each<[string, Json, (string | number)[], string]>([
    ['a text', 'template', ['document'], 'an ARM template'],
    ['null', null, ['document'], 'an ARM template'],
    ['no service', { resources: [] }, ['document'], 'no Microsoft.ApiManagement/service'],
    ['a plan without a service', { planned_values: {} }, ['document'], 'no azurerm_api_management'],
    [
      'a linked template',
      { resources: [{ type: 'Microsoft.Resources/deployments', name: 'net', properties: {} }] },
      ['document'],
      'linked templates are not in it: net',
    ],
    [
      'two services',
      load('exported-resources', (list) =>
        list.push({ ...list[0], id: `${list[0].id}2`, name: 'b' }),
      ),
      ['document'],
      'apim, b',
    ],
    [
      'an unknown region',
      load('bicep-build', ({ parameters }) => {
        parameters.location.defaultValue = 'westeurop';
      }),
      [...first, 8, 'location'],
      'westeurope',
    ],
    [
      'an unknown tier',
      load('plan-inline-rules', ({ planned_values: { root_module } }) => {
        root_module.resources[4].values.sku_name = 'Isolated_1';
      }),
      ['document', 'planned_values', 'root_module', 'resources', 4, 'values', 'sku_name'],
      'premium',
    ],
    [
      'a subnet that is not there',
      load('bicep-build', ({ resources }) => resources.splice(7, 1)),
      [...first, 7, 'properties', 'virtualNetworkConfiguration', 'subnetResourceId'],
      'no microsoft.network/virtualnetworks is in the document',
    ],
    [
      'a group that another one cannot stand in for',
      load('symbolic-names', ({ resources }) => {
        resources.apimSubnet.properties.networkSecurityGroup.id = "[parameters('groupId')]";
      }),
      [...first, 'apimSubnet', 'properties', 'networkSecurityGroup'],
      "[parameters('groupId')]",
    ],
    [
      'a group of another resource group',
      load('exported-resources', (list) => list.splice(2, 1)),
      ['document', 1, 'properties', 'subnets', 0, 'properties', 'networkSecurityGroup'],
      'cannot be followed',
    ],
    [
      'a group under a condition',
      load('bicep-build', ({ resources }) => {
        resources[0].condition = "[parameters('publisherEmail')]";
      }),
      [...first, 0],
      'depends on a condition',
    ],
    [
      'a subnet prefix that is open',
      load('symbolic-names', ({ resources }) => {
        resources.apimSubnet.properties.addressPrefixes = ["[parameters('prefix')]"];
      }),
      [...first, 'apimSubnet', 'properties', 'addressPrefixes', 0],
      "[parameters('prefix')]",
    ],
    [
      'a subnet prefix with host bits',
      load('symbolic-names', ({ resources }) => {
        resources.apimSubnet.properties.addressPrefixes = ['10.0.1.7/24'];
      }),
      [...first, 'apimSubnet', 'properties', 'addressPrefixes', 0],
      '10.0.1.0/24',
    ],
    [
      'a delegation that is open',
      load('symbolic-names', ({ resources }) => {
        resources.apimSubnet.properties.delegations = "[parameters('delegations')]";
      }),
      [...first, 'apimSubnet', 'properties', 'delegations'],
      "[parameters('delegations')]",
    ],
    [
      'no subnet for a network mode',
      load('symbolic-names', ({ resources }) => {
        delete resources.apim.properties.virtualNetworkConfiguration;
      }),
      [...first, 'apim', 'properties'],
      'without a subnet',
    ],
    [
      'a rule of a group that is not known',
      load('bicep-build', ({ resources }) => {
        resources[1].name = "[format('{0}/rule', parameters('publisherEmail'))]";
      }),
      [...first, 1],
      'whose rule',
    ],
    [
      'what is no rule',
      load('symbolic-names', ({ resources }) => {
        resources.nsg.properties.securityRules[1] = 7;
      }),
      [...first, 'nsg', 'properties', 'securityRules', 1],
      'not a security rule',
    ],
    [
      'a subnet of a plan that is joined by a local value',
      load('plan-inline-rules', ({ configuration: { root_module } }) => {
        root_module.resources[4].expressions.virtual_network_configuration[0].subnet_id.references =
          ['local.subnet_id'];
      }),
      [
        ...['document', 'planned_values', 'root_module', 'resources', 4, 'values'],
        ...['virtual_network_configuration', 0],
      ],
      'local.subnet_id',
    ],
    [
      'a join that may be the subnet’s',
      load('plan-inline-rules', ({ configuration: { root_module } }) => {
        root_module.resources[3].expressions.subnet_id.references = ['each.value'];
      }),
      ['document', 'planned_values', 'root_module', 'resources', 3, 'values'],
      'each.value',
    ],
    [
      'one of several groups of a plan',
      load('plan-separate-rules', ({ configuration: { root_module } }) => {
        const { resources } = root_module.module_calls.network.module;
        resources.at(-1).expressions.network_security_group_id.references = [
          'azurerm_network_security_group.each',
          'local.key',
        ];
      }),
      ['document', 'planned_values', 'root_module', 'child_modules', 0, 'resources', 11, 'values'],
      'several azurerm_network_security_group',
    ],
  ])('%s', (_, document, path, words) => {
    let error: unknown;
    try {
      check(document);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toContain(words);
    expect((error as InputError).path).toEqual(path);
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

describe('hostile documents', () => {
  function isAnswered(document: unknown): boolean {
    try {
      return JSON.stringify(check(document)).length > 0;
    } catch (error) {
      if (error instanceof InputError) {
        return error.path[0] === 'document' && error.message.length < 3000;
      }
      throw error;
    }
  }

  function nested(depth: number, wrap: (inner: Json) => Json, inner: Json = []): Json {
    let value = inner;
    for (let level = 0; level < depth; level += 1) value = wrap(value);
    return value;
  }
  const withVariables = (variables: Json, used: string) =>
    load('symbolic-names', (template) => {
      template.variables = variables;
      template.resources.nsg.properties.securityRules = `[variables('${used}')]`;
    });
  const chain = (length: number, next: (before: string) => Json, start: Json) =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `v${index}`,
        index === 0 ? start : next(`variables('v${index - 1}')`),
      ]),
    );
  const deployments = (inner: Json) => [
    {
      type: 'Microsoft.Resources/deployments',
      name: 'a',
      properties: { template: { resources: inner } },
    },
  ];

  it.each<[string, Json]>([
    ['deep lists', nested(50_000, (inner) => [inner])],
    ['deep resources', { resources: nested(50_000, (inner) => [{ resources: inner }]) }],
    ['deep deployments', { resources: nested(500, deployments) }],
    ['nested deployments, one too many', { resources: nested(22, deployments) }],
    [
      'deep fields of a plan',
      load('plan-inline-rules', ({ planned_values: { root_module } }) => {
        const [rule] = root_module.resources[2].values.security_rule;
        rule.name = nested(50_000, (inner) => [inner]);
      }),
    ],
    ['deep values', withVariables({ v: nested(50_000, (inner) => [inner]) }, 'v')],
    ['deep parentheses', withVariables({ v: `[${'not('.repeat(9000)}` }, 'v')],
    ['deep members', withVariables({ v: `[variables('w')${'.a'.repeat(9000)}]` }, 'v')],
    [
      'deep modules',
      {
        planned_values: { root_module: nested(5000, (inner) => ({ child_modules: [inner] }), {}) },
      },
    ],
    [
      'modules that refer to modules',
      load('plan-inline-rules', ({ configuration: { root_module } }) => {
        const references = Array(20).fill('module.m.o');
        const { virtual_network_configuration: blocks } = root_module.resources[4].expressions;
        blocks[0].subnet_id.references = references;
        root_module.module_calls = nested(
          12,
          (module_calls) => ({
            m: { module: { module_calls, outputs: { o: { expression: { references } } } } },
          }),
          {},
        );
      }),
    ],
    ['a circle', withVariables({ v: "[variables('w')]", w: "[concat(variables('v'), 'a')]" }, 'v')],
    [
      'a long chain',
      withVariables(
        chain(5000, (before) => `[${before}]`, []),
        'v4999',
      ),
    ],
    [
      'doubling texts',
      withVariables(
        chain(60, (v) => `[concat(${v}, ${v})]`, 'aaaa'),
        'v59',
      ),
    ],
    [
      'doubling lists',
      withVariables(
        chain(60, (v) => `[concat(${v}, ${v})]`, [1, 2]),
        'v59',
      ),
    ],
    [
      'doubling nests',
      withVariables(
        chain(60, (v) => [`[${v}]`, `[${v}]`], [1]),
        'v59',
      ),
    ],
    [
      'doubling open parts',
      withVariables(
        chain(60, (v) => `[concat(${v}, ${v})]`, '[resourceGroup().id]'),
        'v59',
      ),
    ],
    [
      'many copies of copies',
      {
        resources: [
          {
            type: 'Microsoft.Resources/deployments',
            name: 'a',
            copy: { name: 'a', count: 800 },
            properties: {
              template: {
                resources: [{ type: 'a/b', name: 'a', copy: { name: 'b', count: 800 } }],
              },
            },
          },
        ],
      },
    ],
    [
      'a prototype',
      JSON.parse('{"resources": {"__proto__": {"type": "a/b", "name": "c"}}, "__proto__": {}}'),
    ],
    ['names of every object', withVariables({}, 'constructor')],
    ['rules in thousands', withVariables({ v: '[range(0, 1001)]' }, 'v')],
    ['a lone surrogate', withVariables({ v: "[uniqueString('\ud800', resourceGroup().id)]" }, 'v')],
  ])('%s are answered', (_, document) => {
    expect(isAnswered(document)).toBe(true);
  });

  const places = names.flatMap((name) => {
    const found: { name: Name; keys: (string | number)[] }[] = [];
    const walk = (value: Json, keys: (string | number)[]) => {
      found.push({ name, keys });
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        walk(value[key], [...keys, Array.isArray(value) ? Number(key) : key]);
      }
    };
    walk(load(name), []);
    return found.filter(({ keys }) => keys.length > 0);
  });
  const values: Json[] = [
    ...[
      null,
      undefined,
      '',
      'x',
      '[',
      '[]',
      '[x',
      "[parameters('x')]",
      0,
      -1,
      1e9,
      0.5,
      true,
      [],
      {},
    ],
    ...[[null], [[]], ['*'], { properties: null }, { id: 7 }, { properties: { template: [] } }],
    "[reference('nsg', '2024-05-01', 'full')]",
    '[resourceGroup().location]',
  ];

  it(
    'whatever value is changed',
    () => {
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: 3 }),
          fc.constantFrom(...values),
          (changes, value) => {
            const name = changes[0]?.name as Name;
            const document = load(name, (whole) => {
              for (const { keys } of changes.filter((change) => change.name === name)) {
                const owner = keys.slice(0, -1).reduce((part, key) => part?.[key], whole);
                if (typeof owner === 'object' && owner !== null)
                  owner[keys.at(-1) as string] = structuredClone(value);
              }
            });
            expect(isAnswered(document)).toBe(true);
          },
        ),
        runs(200),
      );
    },
    patience,
  );
});
