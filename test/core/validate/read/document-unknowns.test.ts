/** What a document leaves open, and what a template computes. */

import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../core/validate/read/document.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { check, type Json, load, type Name } from './sample-documents.ts';

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

  it('copies of a property within copies of a resource; copyIndex() without a name means the resource', () => {
    const document = load('bicep-build', (template) => {
      template.resources.push({
        type: 'Microsoft.Network/networkSecurityGroups/securityRules',
        name: "[format('{0}/Copy{1}', variables('groupName'), copyIndex())]",
        copy: { name: 'rules', count: 2 },
        properties: {
          ...template.resources[3].properties,
          priority: "[add(200, copyIndex('rules'))]",
          copy: [
            {
              name: 'destinationPortRanges',
              count: 2,
              input: "[concat(copyIndex(1), copyIndex('destinationPortRanges'))]",
            },
          ],
        },
      });
    });
    const group = readDocument(document).deployment.locations[0]?.networkSecurityGroup;
    const rules = group && 'rules' in group ? (group.rules ?? []) : [];
    expect(
      rules
        .filter(({ name }) => name.startsWith('Copy'))
        .map(({ name, destinationPorts }) => [name, destinationPorts.plural]),
    ).toEqual([
      ['Copy0', expect.arrayContaining(['10', '11'])],
      ['Copy1', expect.arrayContaining(['20', '21'])],
    ]);
  });
});
