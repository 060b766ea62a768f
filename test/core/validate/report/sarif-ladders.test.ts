/** Which findings have a ladder in a SARIF log, and how many ladders are drawn. */

import { expect, it, vi } from 'vitest';
import { checks } from '../../../../core/validate/checks/index.ts';
import type { CheckExample } from '../../../../core/validate/checks/kit/example.ts';
import type { Judged } from '../../../../core/validate/report/check-run.ts';
import { sarifLadders } from '../../../../core/validate/report/sarif-ladders.ts';
import { reportOfExample } from '../../../../core/validate/report-of-example.ts';

function judgedBad(checkId: string): Judged {
  const example = checks.find(({ id }) => id === checkId)?.examples.bad as CheckExample;
  const report = reportOfExample(example);
  return {
    path: 'main.bicep',
    service: undefined,
    report,
    findings: report.findings.map((finding) => ({
      ...finding,
      location: undefined,
      fingerprint: '',
      suppression: undefined,
    })),
    missingValues: [],
    notes: [],
  };
}

it.each([
  ['required-flow-denied', 'Outbound rules by priority', true],
  ['recommended-flow-denied', 'Outbound rules by priority', true],
  ['client-route-asymmetric', 'Inbound rules by priority', false],
])('a finding of %s on a group with %s: %s', (checkId, title, hasLadder) => {
  const judged = judgedBad(checkId);
  const finding = judged.findings.find((one) => one.checkId === checkId);
  expect(finding?.flows).not.toEqual([]);
  const ladder = finding && sarifLadders([judged]).of(finding);
  expect(ladder?.markdown.includes(title) ?? false).toBe(hasLadder);
});

it('are at most 200, and no report behind them is drawn', () => {
  const judged = judgedBad('required-flow-denied');
  const instance = vi.fn(judged.report.instance);
  const last = { ...judged, report: { ...judged.report, instance } };
  expect(sarifLadders([last]).artifacts).toHaveLength(1);
  expect(instance).toHaveBeenCalledTimes(1);
  const others = Array.from({ length: 200 }, () => judgedBad('required-flow-denied'));
  const { of } = sarifLadders([...others, last]);
  const drawn = [...others, last].map(({ findings: [finding] }) => finding && of(finding));
  expect(drawn.slice(198).map((ladder) => ladder !== undefined)).toEqual([true, true, false]);
  expect(instance).toHaveBeenCalledTimes(1);
});

it('are stored once where two deployments have one network', () => {
  const [one, other] = [judgedBad('required-flow-denied'), judgedBad('required-flow-denied')];
  const { artifacts, of } = sarifLadders([one, other]);
  expect(artifacts).toHaveLength(1);
  for (const { findings } of [one, other]) {
    const [finding] = findings;
    const indexes = finding && of(finding)?.attachments.map((it) => it.artifactLocation.index);
    expect(indexes).toEqual([0]);
  }
});
