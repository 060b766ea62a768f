/** Own flows and comparisons under security admin rules, which come before the security group. */

import { describe, expect, it } from 'vitest';
import { compareReports } from '../../../../core/validate/compare/compare-reports.ts';
import { adminRule } from '../../../support/admin-rules.ts';
import { reportOn } from '../../../support/own-flows.ts';

const before = 'security admin rules come before the security group';
const flow = {
  name: 'no remote login',
  reason: 'because',
  deny: [{ from: ['*'], ports: ['22'] }],
};
const denyInbound = ['denyAll', 4096, 'INBOUND', 'DENY', '*', '*', '*', '*'] as const;

describe('a location with a security admin rule', () => {
  it.each([
    ['Always Allow', 'ALWAYS_ALLOW', 'UNDECIDED'],
    ['Deny', 'DENY', 'UNDECIDED'],
    ['an action that is open', undefined, 'UNDECIDED'],
    ['Allow, which leaves it to the group', 'ALLOW', 'HOLDS'],
  ] as const)('%s', (_, action, outcome) => {
    const network = { rules: [denyInbound], adminRules: [adminRule(action, 10, '*', '22')] };
    const report = reportOn([flow], network);
    const [result] = report.ownFlows;
    const { notCompared } = compareReports(report, report);
    expect(result?.outcome).toBe(outcome);
    const isDecided = outcome === 'HOLDS';
    expect(result?.message).toBe(
      isDecided
        ? 'nothing of it passes'
        : `it was not judged: ${before}, and own flows are not judged under them`,
    );
    expect(notCompared).toEqual(
      isDecided ? [] : [`West Europe: ${before}, and packets are not compared under them`],
    );
  });
});
