/** The verdict is the worst outcome of the findings, and severities agree with outcomes, for every deployment. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type DeploymentInput, withDefaults } from '../../../core/deployment.ts';
import { checks } from '../../../core/validate/checks/index.ts';
import { example, type inbound, outbound } from '../../../core/validate/checks/kit/example.ts';
import type { ConfigReport } from '../../../core/validate/report.ts';
import { reportOfExample } from '../../../core/validate/report-of-example.ts';
import { validate } from '../../../core/validate/validate.ts';
import { cases, deploymentOfCase, fixtures } from '../../support/corpus.ts';
import { frame, securityRules } from '../../support/groups.ts';
import { files, reportOf } from '../../support/reports.ts';
import { patience, runs, share } from '../../support/runs.ts';

vi.setConfig({ testTimeout: patience });

const options = { serviceTagFiles: [], whatIf: 'NONE' } as const;
const ranks = { PASS: 0, NEEDS_REVIEW: 1, FAIL: 2 };

function expectAgreement({ verdict, findings, flows }: ConfigReport): void {
  expect(ranks[verdict]).toBe(Math.max(0, ...findings.map(({ outcome }) => ranks[outcome])));
  for (const { severity, outcome, flows: explained, region, title } of findings) {
    expect(outcome === 'FAIL').toBe(severity === 'ERROR' && outcome !== 'NEEDS_REVIEW');
    expect(title).not.toBe('');
    const known = flows.filter((flow) => flow.region === region).map(({ key }) => key);
    expect(explained.filter((id) => !known.includes(id))).toEqual([]);
  }
  const explained = new Set(
    findings.flatMap(({ region, flows: ids }) => ids.map((id) => `${region} ${id}`)),
  );
  const open = flows.filter((one) => one.necessity === 'REQUIRED' && one.outcome !== 'ALLOWED');
  expect(
    open.map(({ region, key }) => `${region} ${key}`).filter((id) => !explained.has(id)),
  ).toEqual([]);
}

describe('verdict and findings agree', () => {
  it('in random deployments', () => {
    const verdicts = new Set<string>();
    fc.assert(
      fc.property(frame, securityRules, files, (input, rules, file) => {
        const report = reportOf(input, rules, file);
        verdicts.add(report.verdict);
        expectAgreement(report);
      }),
      runs(200),
    );
    expect(verdicts.size).toBeGreaterThanOrEqual(share(2));
  });

  it.each([...fixtures, ...cases.map((one) => ({ ...one, deployment: deploymentOfCase(one) }))])(
    'in $name',
    ({ deployment }) => expectAgreement(validate(deployment, options)),
  );

  it.each(
    checks.flatMap(({ id, examples }) =>
      Object.entries(examples).map(([kind, one]) => ({ id, kind, one })),
    ),
  )('in the example $kind of $id', ({ one }) => expectAgreement(reportOfExample(one)));
});

const report = (rules: Parameters<typeof inbound>[], more: Partial<DeploymentInput> = {}) =>
  validate(
    withDefaults(
      example(
        '',
        { networkSecurityGroup: { securityRules: rules.map((rule) => outbound(...rule)) } },
        more,
      ).deployment,
    ),
    options,
  );

describe('one cause is one finding', () => {
  it('with its flows, its rule and the rules that it hides', () => {
    const { findings, flows } = report([
      ['DenyInternetOutbound', 150, 'DENY', 'Internet', '*', { protocol: '*' }],
      ['AllowSql', 200, 'ALLOW', 'Sql', '1433'],
      ['AllowStorage', 210, 'ALLOW', 'Storage', '443'],
    ]);
    const denied = flows.filter(
      ({ necessity, outcome }) => necessity === 'REQUIRED' && outcome === 'DENIED',
    );
    const actual = findings.filter(({ flows: explained }) => explained.length > 0);
    expect(denied.length).toBeGreaterThan(3);
    expect(actual.filter(({ rules }) => rules[0] === 'DenyInternetOutbound')).toMatchObject([
      {
        checkId: 'required-flow-denied',
        title: expect.stringMatching(/ blocked$/),
        rules: expect.arrayContaining(['DenyInternetOutbound']),
      },
    ]);
    expect(
      actual
        .flatMap((one) => one.flows)
        .filter((id) => /^outbound/.test(id))
        .sort(),
    ).toEqual(
      denied
        .map(({ key }) => key)
        .filter((id) => /^outbound/.test(id))
        .sort(),
    );
    expect(findings.filter(({ checkId }) => checkId === 'rule-shadowed')).toEqual([]);
  });

  it('without a security group', () => {
    const { findings } = validate(withDefaults(example('', {}).deployment), options);
    expect(findings.filter(({ outcome }) => outcome === 'FAIL')).toMatchObject([
      { checkId: 'nsg-missing', flows: expect.arrayContaining(['inbound-3443-ApiManagement']) },
    ]);
  });
});
