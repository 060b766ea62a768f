/** One firewall in every shape of document: each must give the same steps of the flows. */

import { describe, expect, it } from 'vitest';
import type { Input } from '../../../../core/validate/validate-input.ts';
import { validateInput } from '../../../../core/validate/validate-input.ts';
import { bicep } from '../../../support/firewall-bicep.ts';
import { classic, exported, flattened, template } from '../../../support/firewall-documents.ts';
import { plan } from '../../../support/firewall-plan.ts';
import { hcl, hclClassic } from '../../../support/firewall-terraform.ts';
import { stepsOf } from '../../../support/firewalls.ts';

const options = { serviceTagFiles: [], whatIf: 'NONE' } as const;

const expected = {
  'outbound-443-Storage': ['ALLOWED Azure/Services'],
  'outbound-1433-Sql': ['DENIED Base/NoSql'],
  'outbound-443-AzureKeyVault': ['ALLOWED Azure/Services'],
  'outbound-443-AzureMonitor': ['ALLOWED Names/Metrics'],
  'outbound-80-Internet': ['DENIED the default of Azure Firewall'],
};

const steps = (input: Input) => {
  const report = validateInput(input, options);
  return Object.fromEntries(Object.keys(expected).map((key) => [key, stepsOf(report, key)]));
};

describe('a firewall', () => {
  it.each<[string, Input]>([
    ['a template', { document: template }],
    ['exported resources', { document: exported }],
    ['what az prints', { document: flattened }],
    ['rules of its own', { document: classic }],
    ['a Terraform plan', { document: plan }],
    ['Bicep', { source: { files: [{ path: 'main.bicep', text: bicep }] } }],
    ['Terraform', { source: { files: [{ path: 'main.tf', text: hcl }] } }],
    [
      'Terraform with collections of their own',
      { source: { files: [{ path: 'main.tf', text: hclClassic }] } },
    ],
  ])('is read from %s', (_, input) => {
    expect(steps(input)).toEqual(expected);
  });

  it.each<[string, Input, string, string]>([
    ['Bicep', { source: { files: [{ path: 'main.bicep', text: bicep }] } }, bicep, "name: 'NoSql'"],
    ['Terraform', { source: { files: [{ path: 'main.tf', text: hcl }] } }, hcl, '"NoSql"'],
  ])('of %s says the line of the rule that denies', (_, input, text, marker) => {
    const finding = validateInput(input, options).findings.find(
      ({ checkId, message }) => checkId === 'firewall-flow-denied' && message.includes('NoSql'),
    );
    const line = text.slice(0, text.indexOf(marker)).split('\n').length;
    expect(Math.abs((finding?.sourceLocation?.line ?? 0) - line)).toBeLessThan(3);
  });
});

describe('what is missing of a firewall', () => {
  it.each([
    ['a policy', { type: 'policies' }, /depends on "the policy hub/],
    ['a parent policy', { type: 'parent' }, /depends on "the policy base/],
    ['a group of rules', { type: 'group' }, /depends on "the rule collection group Azure/],
  ] as const)('%s leaves its flows open', (_, { type }, reason) => {
    const isLeftOut: Record<typeof type, (resource: { type: string; name: string }) => boolean> = {
      policies: ({ type: own }) => own.includes('firewallPolicies'),
      parent: ({ name }) => name === 'base' || name.startsWith('base/'),
      group: ({ name }) => name === 'hub/Azure',
    };
    const document = exported.filter((one) => !isLeftOut[type](one as never));
    const [step] = steps({ document })['outbound-443-Storage'] ?? [];
    expect(step).toMatch(/^UNKNOWN/);
    expect(step).toMatch(reason);
  });
});
