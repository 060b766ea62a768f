/** What a document leaves in doubt about a network never passes: each network here passes with a rule for Azure SQL alone. */

import { describe, expect, it } from 'vitest';
import { validateInput } from '../../../../core/validate/validate-input.ts';
import {
  exportedGroup,
  exportedNetwork,
  exportedService,
  nested,
  noSql,
  ofRuleIn,
  open,
  ownRule,
  sql,
  subnetId,
  template,
  templateGroup,
  templateNetwork,
  templateService,
  whole,
} from '../../../support/network-parts.ts';

const options = { serviceTagFiles: [], whatIf: 'NONE' } as const;
const verdictOf = (document: unknown) => validateInput({ document }, options).verdict;

describe('the networks that the doubts are about', () => {
  it.each([
    ['exported, with the rule', [exportedGroup(whole), exportedNetwork(), exportedService], 'PASS'],
    ['exported, without it', [exportedGroup(noSql), exportedNetwork(), exportedService], 'FAIL'],
    [
      'a template with the rule',
      template([templateGroup(whole), templateNetwork, templateService]),
      'PASS',
    ],
    [
      'a template without it',
      template([templateGroup(noSql), templateNetwork, templateService]),
      'FAIL',
    ],
    [
      'a template with the rule in a nested deployment',
      template([templateGroup(noSql), nested([ownRule()]), templateNetwork, templateService]),
      'PASS',
    ],
    [
      'a template that is a nested deployment under a condition',
      template([
        nested([templateGroup(whole), templateNetwork, templateService], { condition: open }),
      ]),
      'PASS',
    ],
  ])('%s', (_, document, verdict) => expect(verdictOf(document)).toBe(verdict));
});

describe('a condition of what contains', () => {
  it.each([
    ['the rule', nested([ownRule()], { condition: open }), noSql],
    [
      'the rule, by a number of copies',
      nested([ownRule()], { copy: { name: 'c', count: "[parameters('on')]" } }),
      noSql,
    ],
    ['the whole group', nested([templateGroup(whole)], { condition: open }), undefined],
  ])('leaves open: %s', (_, deployment, rules) => {
    const group = rules ? [templateGroup(rules)] : [];
    const document = template([...group, deployment, templateNetwork, templateService]);
    expect(verdictOf(document)).toBe('NEEDS_REVIEW');
  });
});

describe('two descriptions of one resource', () => {
  const [good, bad] = [exportedGroup(whole), exportedGroup(noSql)];
  it.each([
    ['the better one last', [bad, good]],
    ['the worse one last', [good, bad]],
  ])('leave open what holds where neither waits for the other: %s', (_, groups) => {
    expect(verdictOf([...groups, exportedNetwork(), exportedService])).not.toBe('PASS');
  });

  it('hold as one where they are equal', () => {
    expect(verdictOf([good, good, exportedNetwork(), exportedService])).toBe('PASS');
  });

  it('leave it open where one of two groups is that of the subnet', () => {
    const tied = { subnets: [{ id: subnetId }] };
    const groups = [exportedGroup(whole, 'b', tied), exportedGroup(noSql, 'c', tied)];
    expect(verdictOf([...groups, exportedNetwork({}), exportedService])).not.toBe('PASS');
  });

  it('leave it open where the second one of a subnet has a condition', () => {
    const subnetOf = (group: string, more: object) => ({
      type: 'Microsoft.Network/virtualNetworks/subnets',
      name: 'vnet/apim',
      dependsOn: ["[resourceId('Microsoft.Network/virtualNetworks', 'vnet')]"],
      properties: {
        addressPrefix: '10.0.1.0/26',
        networkSecurityGroup: {
          id: `[resourceId('Microsoft.Network/networkSecurityGroups', '${group}')]`,
        },
      },
      ...more,
    });
    const document = template([
      templateGroup(whole),
      { ...templateGroup(noSql), name: 'bad' },
      templateNetwork,
      subnetOf('nsg', {}),
      subnetOf('bad', { condition: open }),
      templateService,
    ]);
    expect(verdictOf(document)).toBe('NEEDS_REVIEW');
  });
});

it.each([
  ['its own', 'a', 'PASS'],
  ['another', 'b', 'FAIL'],
])('a rule goes with the group of its resource group: %s', (_, group, verdict) => {
  const document = [
    exportedGroup(noSql),
    exportedGroup([], 'b'),
    ofRuleIn(group),
    exportedNetwork(),
    exportedService,
  ];
  expect(verdictOf(document)).toBe(verdict);
});

it.each([
  ['the offset', "[add(105, copyIndex('c', parameters('start')))]"],
  ['the only argument', "[add(105, copyIndex(parameters('start')))]"],
])('copyIndex() is open where an argument is: %s', (_, priority) => {
  const copied = {
    ...ownRule({ properties: { ...sql.properties, priority } }),
    copy: { name: 'c', count: 1 },
  };
  const document = template([templateGroup(noSql), copied, templateNetwork, templateService], {
    start: { type: 'int' },
  });
  expect(verdictOf(document)).not.toBe('PASS');
});

describe('files of parameters', () => {
  describe.each(['access', '__proto__', 'constructor'])('with one named %s', (name) => {
    const rules = [
      ...noSql,
      { ...sql, properties: { ...sql.properties, access: `[parameters('${name}')]` } },
    ];
    const open = template([templateGroup(rules), templateNetwork, templateService], {
      [name]: { type: 'string' },
    });
    const file = (access: string) => ({
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
      parameters: { [name]: { value: access } },
    });

    it('give values', () => {
      expect(verdictOf([open, file('Allow')])).toBe('PASS');
      expect(verdictOf([open, file('Deny'), file('Deny')])).toBe('FAIL');
    });

    it('are refused where two of them differ', () => {
      expect(() => verdictOf([open, file('Deny'), file('Allow')])).toThrow(
        `several files of parameters give ${name} different values`,
      );
    });
  });
});

describe('a mode that is open', () => {
  const withMode = (allowedValues: readonly string[], more: object = {}) =>
    template(
      [
        templateGroup(whole),
        templateNetwork,
        {
          ...templateService,
          properties: {
            ...templateService.properties,
            virtualNetworkType: "[parameters('mode')]",
            ...more,
          },
        },
      ],
      { mode: { type: 'string', allowedValues } },
    );

  it.each([
    ['NONE first', ['None', 'External', 'Internal']],
    ['NONE last', ['Internal', 'None']],
  ])('keeps the network: %s', (_, allowed) => {
    const report = validateInput({ document: withMode(allowed) }, options);
    expect(report.findings.map(({ checkId }) => checkId)).not.toContain('nsg-missing');
    expect(report.unused).toEqual([]);
    expect(report.verdict).toBe('NEEDS_REVIEW');
  });

  it('with no subnet claims nothing of its group', () => {
    const document = withMode(['External', 'Internal'], { virtualNetworkConfiguration: null });
    const { findings, verdict } = validateInput({ document }, options);
    expect(findings.map(({ checkId }) => checkId)).not.toContain('nsg-missing');
    expect(verdict).toBe('NEEDS_REVIEW');
  });
});
