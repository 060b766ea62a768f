/** One report on all that an instance may be: what is certain is what holds for each of them. */

import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../core/deployment.ts';
import { mergedReport } from '../../../core/validate/merged-report.ts';
import type { DependencyStatus } from '../../../core/validate/network-status/status.ts';
import type { ConfigReport, Finding } from '../../../core/validate/report.ts';
import { verdictOf } from '../../../core/validate/verdict.ts';

const base: Deployment = {
  tier: 'DEVELOPER',
  virtualNetworkType: 'INTERNAL',
  platform: 'STV2',
  features: [],
  locations: [],
};
const finding = (message: string, more: Partial<Finding> = {}): Finding => ({
  checkId: 'required-flow-denied',
  severity: 'ERROR',
  outcome: 'FAIL',
  title: '',
  message,
  path: '/rule',
  region: 'westeurope',
  remediation: undefined,
  flows: [],
  rules: [],
  includes: [],
  citations: [],
  ...more,
});
const report = (findings: Finding[], more: Partial<ConfigReport> = {}): ConfigReport => ({
  verdict: verdictOf(findings),
  edition: null,
  serviceTagVersions: [],
  assumptions: [],
  findings,
  flows: [],
  ownFlows: [],
  networkStatus: [],
  missingValues: [],
  unused: [],
  problems: [],
  read: undefined,
  instance: () => ({ kinds: [], locations: [] }),
  edits: () => [],
  remediation: () => [],
  denyByDefault: () => [],
  ladders: () => [],
  filters: () => [],
  ...more,
});
const merge = (developer: ConfigReport, premium: ConfigReport) =>
  mergedReport([
    { deployment: base, report: developer },
    { deployment: { ...base, tier: 'PREMIUM' }, report: premium },
  ]);
const inShort = ({ findings }: ConfigReport) =>
  findings.map(({ severity, outcome, message }) => `${severity} ${outcome} ${message}`);
const ofDeveloper = 'if the instance is Developer (INTERNAL): ';
const ofPremium = 'if the instance is Premium (INTERNAL): ';

describe('findings of two that an instance may be', () => {
  const small = finding('denies 1 flow', { flows: ['a'] });
  const large = finding('denies 2 flows', { flows: ['a', 'b'] });
  const mild = (one: Finding): Finding => ({
    ...one,
    severity: 'WARNING',
    outcome: 'NEEDS_REVIEW',
  });
  it.each<[string, Finding[], Finding[], string[]]>([
    ['one message', [small], [small], ['ERROR FAIL denies 1 flow']],
    [
      'one message, once as a warning',
      [small],
      [mild(small)],
      ['WARNING NEEDS_REVIEW denies 1 flow'],
    ],
    [
      'one message, a failure for one and fine for the other',
      [small],
      [{ ...small, severity: 'INFO', outcome: 'PASS' }],
      ['WARNING NEEDS_REVIEW denies 1 flow'],
    ],
    [
      'one message, to review for one and fine for the other',
      [mild(small)],
      [{ ...small, severity: 'INFO', outcome: 'PASS' }],
      ['WARNING NEEDS_REVIEW denies 1 flow'],
    ],
    [
      'more flows for one of them',
      [small],
      [large],
      ['ERROR FAIL denies 1 flow', `WARNING NEEDS_REVIEW ${ofPremium}denies 2 flows`],
    ],
    [
      'fewer flows, but graver',
      [small],
      [mild(large)],
      [
        `WARNING NEEDS_REVIEW ${ofDeveloper}denies 1 flow`,
        `WARNING NEEDS_REVIEW ${ofPremium}denies 2 flows`,
      ],
    ],
    [
      'other flows for each, both fatal',
      [small],
      [finding('denies another', { flows: ['c'] })],
      [`ERROR FAIL ${ofDeveloper}denies 1 flow`, `ERROR FAIL ${ofPremium}denies another`],
    ],
    [
      'other numbers for each, both fatal',
      [finding('needs 2 addresses')],
      [finding('needs 4 addresses')],
      [`ERROR FAIL ${ofDeveloper}needs 2 addresses`, `ERROR FAIL ${ofPremium}needs 4 addresses`],
    ],
    [
      'fatal for one of them only',
      [small],
      [],
      [`WARNING NEEDS_REVIEW ${ofDeveloper}denies 1 flow`],
    ],
    [
      'a further message that both have',
      [small, finding('shared', { flows: ['x', 'y', 'z'] })],
      [large, finding('shared', { flows: ['x', 'y', 'z'] })],
      [
        'ERROR FAIL denies 1 flow',
        `WARNING NEEDS_REVIEW ${ofPremium}denies 2 flows`,
        'ERROR FAIL shared',
      ],
    ],
    [
      'worth knowing for one of them only',
      [finding('a remark', { severity: 'INFO', outcome: 'PASS' })],
      [],
      [],
    ],
  ])('%s', (_, developer, premium, wanted) => {
    expect(inShort(merge(report(developer), report(premium)))).toEqual(wanted);
  });
});

describe('the rest of two reports', () => {
  it('has the edition of the one that applies a table', () => {
    expect(merge(report([]), report([], { edition: '2026-04-30' })).edition).toBe('2026-04-30');
  });

  it('leaves open what explains a dependency differently', () => {
    const status: DependencyStatus = {
      region: 'westeurope',
      name: 'sql.example',
      resourceType: 'SQLDatabase',
      state: 'DOWN',
      isOptional: null,
      error: null,
      lastUpdated: null,
      lastStatusChange: null,
      flows: ['a'],
      explanation: 'DENIED',
      message: 'sql.example is down: rule Deny denies it',
      decidedBy: 'Deny',
      nextSteps: ['change the rule', 'refresh'],
      path: '/status/0',
    };
    const other: DependencyStatus = {
      ...status,
      explanation: 'NOT_IN_PORT_TABLE',
      flows: [],
      nextSteps: ['refresh'],
    };
    const [same] = merge(
      report([], { networkStatus: [status] }),
      report([], { networkStatus: [status] }),
    ).networkStatus;
    expect(same).toEqual(status);
    const [open] = merge(
      report([], { networkStatus: [status] }),
      report([], { networkStatus: [other] }),
    ).networkStatus;
    expect(open).toMatchObject({ explanation: 'UNDECIDED', decidedBy: null, flows: [] });
    expect(open?.nextSteps).toEqual(['give the tier and the network mode', 'refresh']);
  });
});
