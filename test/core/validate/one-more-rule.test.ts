/** One more rule in a random group: an allow never takes anything from a flow, a deny never adds anything. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ConfigReport, FlowResult } from '../../../core/validate/report.ts';
import { frame, securityRule, securityRules } from '../../support/groups.ts';
import { files, loaded, reportOf } from '../../support/reports.ts';
import { patience, runs } from '../../support/runs.ts';

vi.setConfig({ testTimeout: patience });

/** Flows that changed in a way that `isWrong`, as text. */
function changes(
  before: ConfigReport,
  after: ConfigReport,
  isWrong: (one: FlowResult, other: FlowResult) => boolean,
): string[] {
  return before.flows.flatMap((flow, index) => {
    const other = after.flows[index] as FlowResult;
    return isWrong(flow, other)
      ? [
          `${flow.key}: ${flow.outcome} ${flow.allowedFraction} -> ${other.outcome} ${other.allowedFraction}`,
        ]
      : [];
  });
}

const share = (flow: FlowResult) => flow.allowedFraction ?? Number.NaN;

/** A further rule at a priority that none of the others has. */
const withOneMore = fc
  .tuple(securityRules, securityRule)
  .filter(
    ([rules, more]) =>
      !rules.some((rule) => rule.direction === more.direction && rule.priority === more.priority),
  )
  .map(([rules, more]) => ({ rules, more: { ...more, name: 'one-more' } }));

describe('one more rule', () => {
  it('that allows never takes anything from a flow', () => {
    fc.assert(
      fc.property(frame, withOneMore, loaded, (input, { rules, more }, file) => {
        const before = reportOf(input, rules, file);
        const after = reportOf(input, [...rules, { ...more, access: 'ALLOW' }], file);
        expect(changes(before, after, (a, b) => !(share(b) >= share(a) - 1e-9))).toEqual([]);
      }),
      runs(50),
    );
  });

  it('that denies never adds anything to a flow', () => {
    fc.assert(
      fc.property(frame, withOneMore, loaded, (input, { rules, more }, file) => {
        const before = reportOf(input, rules, file);
        const after = reportOf(input, [...rules, { ...more, access: 'DENY' }], file);
        expect(changes(before, after, (a, b) => !(share(b) <= share(a) + 1e-9))).toEqual([]);
      }),
      runs(50),
    );
  });

  it('turns no certain verdict into its opposite, where prefixes are missing', () => {
    fc.assert(
      fc.property(frame, withOneMore, (input, { rules, more }) => {
        const before = reportOf(input, rules, []);
        const allowing = reportOf(input, [...rules, { ...more, access: 'ALLOW' }], []);
        const denying = reportOf(input, [...rules, { ...more, access: 'DENY' }], []);
        const worse = changes(
          before,
          allowing,
          (a, b) => a.outcome === 'ALLOWED' && b.outcome === 'DENIED',
        );
        const better = changes(
          before,
          denying,
          (a, b) => a.outcome === 'DENIED' && b.outcome === 'ALLOWED',
        );
        expect([...worse, ...better]).toEqual([]);
      }),
      runs(50),
    );
  });

  it('of another direction changes nothing', () => {
    fc.assert(
      fc.property(frame, withOneMore, files, (input, { rules, more }, file) => {
        const before = reportOf(input, rules, file);
        const after = reportOf(input, [...rules, more], file);
        const others = ({ flows }: ConfigReport) =>
          flows
            .filter(({ direction }) => direction !== more.direction)
            .map(({ key, outcome }) => `${key} ${outcome}`);
        expect(others(after)).toEqual(others(before));
      }),
      runs(40),
    );
  });
});
