/** What must hold of every group, whatever is in it: order, case, spelling and shape of its rules never matter. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { RuleFields } from '../../../core/deployment.ts';
import type { ConfigReport } from '../../../core/validate/report.ts';
import { frame, securityRules } from '../../support/groups.ts';
import { files, loaded, reportOf } from '../../support/reports.ts';
import { patience, runs } from '../../support/runs.ts';
import {
  azRuleListDocument,
  azShowDocument,
  restDocument,
  sparseDocument,
} from '../../support/shapes.ts';

vi.setConfig({ testTimeout: patience });

/** What a flow comes to, without the rules that brought it there. */
const verdictsOf = ({ flows }: ConfigReport) =>
  flows.map(({ region, key, outcome, allowedFraction }) => ({
    flow: `${region} ${key}`,
    outcome,
    allowedFraction: allowedFraction === null ? null : Number(allowedFraction.toFixed(9)),
  }));

/** Flows without the place of the rule that decides each, which depends on the shape of the input. */
const flowsOf = ({ flows }: ConfigReport) =>
  flows.map(({ decidedByPath: _, steps, trace, ...flow }) => ({
    ...flow,
    trace: trace(),
    steps: steps().map(({ path: __, ...step }) => step),
  }));

/** Each letter in a random case. */
const recased = (text: string, bits: number) =>
  [...text]
    .map((letter, index) =>
      (bits >> (index % 30)) & 1 ? letter.toUpperCase() : letter.toLowerCase(),
    )
    .join('');

const isTag = (entry: string) => /^[a-z]/i.test(entry);

/** The two halves of a prefix; the entry itself where it has none. */
function halves(entry: string): string[] {
  const [base = '', length] = entry.split('/');
  if (length === undefined || length === '32' || isTag(entry)) return [entry];
  const [first = 0, ...rest] = base.split('.').map(Number);
  const start = [first, ...rest].reduce((sum, part) => sum * 256 + part, 0);
  const second = start + 2 ** (31 - Number(length));
  const text = [24, 16, 8, 0].map((shift) => Math.floor(second / 2 ** shift) % 256).join('.');
  return [`${base}/${Number(length) + 1}`, `${text}/${Number(length) + 1}`];
}

const splitSides = (rule: RuleFields): RuleFields => ({
  ...rule,
  sourceAddressPrefixes: rule.sourceAddressPrefixes.flatMap(halves),
  destinationAddressPrefixes: rule.destinationAddressPrefixes.flatMap(halves),
});

/** One rule for each half of each source and destination, at priorities of their own. */
function splitRules(rules: readonly RuleFields[]): RuleFields[] {
  const ordered = rules.toSorted((a, b) => a.priority - b.priority);
  return ordered
    .flatMap((rule) => {
      const { sourceAddressPrefixes, destinationAddressPrefixes } = splitSides(rule);
      return sourceAddressPrefixes.flatMap((source) =>
        destinationAddressPrefixes.map((destination) => ({
          ...rule,
          sourceAddressPrefixes: [source],
          destinationAddressPrefixes: [destination],
        })),
      );
    })
    .map((rule, index) => ({ ...rule, name: `half-${index}`, priority: 100 + index }));
}

describe('never matters', () => {
  it('the order of the rules', () => {
    const shuffled = securityRules.chain((rules) =>
      fc.record({
        rules: fc.constant(rules),
        others: fc.shuffledSubarray(rules, { minLength: rules.length }),
      }),
    );
    fc.assert(
      fc.property(frame, shuffled, files, (input, { rules, others }, file) => {
        const [one, other] = [reportOf(input, rules, file), reportOf(input, others, file)];
        expect(flowsOf(other)).toEqual(flowsOf(one));
        expect(other.remediation()).toEqual(one.remediation());
        expect(other.verdict).toBe(one.verdict);
        expect(other.assumptions).toEqual(one.assumptions);
      }),
      runs(50),
    );
  });

  it('the case of a service tag', () => {
    fc.assert(
      fc.property(frame, securityRules, fc.nat(), files, (input, rules, bits, file) => {
        const recase = (entries: readonly string[]) =>
          entries.map((entry) => (isTag(entry) ? recased(entry, bits) : entry));
        const others = rules.map((rule) => ({
          ...rule,
          sourceAddressPrefixes: recase(rule.sourceAddressPrefixes),
          destinationAddressPrefixes: recase(rule.destinationAddressPrefixes),
        }));
        expect(flowsOf(reportOf(input, others, file))).toEqual(
          flowsOf(reportOf(input, rules, file)),
        );
      }),
      runs(50),
    );
  });

  it.each([
    { shape: 'REST', document: restDocument },
    { shape: 'az network nsg show', document: azShowDocument },
    { shape: 'az network nsg rule list', document: azRuleListDocument },
    { shape: 'a compiled template resource', document: sparseDocument },
  ])('the shape, nor default rules in it: $shape', ({ document }) => {
    fc.assert(
      fc.property(frame, securityRules, files, (input, rules, file) => {
        const other = reportOf(input, { document: document(rules) }, file);
        const one = reportOf(input, rules, file);
        expect(flowsOf(other)).toEqual(flowsOf(one));
        const changes = ({ remediation }: typeof one) => remediation().map(({ rules }) => rules);
        expect(changes(other)).toEqual(changes(one));
        // Fields take the spelling of this API, which a document of Azure does not have.
        const checkIds = ({ findings }: typeof one) =>
          findings.map(({ checkId }) => checkId).filter((id) => id !== 'protocol-case');
        expect(checkIds(other)).toEqual(checkIds(one));
      }),
      runs(40),
    );
  });

  it('whether a prefix is written as its halves in one rule', () => {
    fc.assert(
      fc.property(frame, securityRules, files, (input, rules, file) => {
        const other = reportOf(input, rules.map(splitSides), file);
        expect(flowsOf(other)).toEqual(flowsOf(reportOf(input, rules, file)));
      }),
      runs(50),
    );
  });

  it('whether a prefix is written as its halves in two rules', () => {
    fc.assert(
      fc.property(frame, securityRules, loaded, (input, rules, file) => {
        const other = reportOf(input, splitRules(rules), file);
        expect(verdictsOf(other)).toEqual(verdictsOf(reportOf(input, rules, file)));
      }),
      runs(50),
    );
  });

  it('a rule that decides no packet of any flow', () => {
    fc.assert(
      fc.property(frame, securityRules, files, (input, rules, file) => {
        const before = reportOf(input, rules, file);
        const busy = new Set(
          before.flows.flatMap(({ trace }) =>
            trace()
              .filter(({ fraction }) => fraction !== 0)
              .map(({ rule }) => rule),
          ),
        );
        const needed = rules.filter(({ name }) => busy.has(name));
        const after = verdictsOf(reportOf(input, needed, file));
        // Without a file the tags that rules name divide far ends, and so may decide what was undecided.
        const isOpen = (outcome: string | undefined) => outcome === 'UNKNOWN' && file.length === 0;
        const changed = verdictsOf(before).filter(({ outcome }, index) => {
          const other = after[index]?.outcome;
          return outcome !== other && !isOpen(outcome) && !isOpen(other);
        });
        expect(changed).toEqual([]);
      }),
      runs(50),
    );
  });

  it('whether deny-all is a what-if or a rule', () => {
    const everything = { sourceAddressPrefixes: ['*'], destinationAddressPrefixes: ['*'] };
    const denyAll = (['INBOUND', 'OUTBOUND'] as const).map((direction) => ({
      ...everything,
      name: `deny-all-${direction}`,
      priority: 4096,
      direction,
      access: 'DENY' as const,
      protocol: '*',
      sourcePortRanges: ['*'],
      destinationPortRanges: ['*'],
    }));
    const below = securityRules.filter((rules) => rules.every(({ priority }) => priority < 4096));
    fc.assert(
      fc.property(frame, below, files, (input, rules, file) => {
        const asked = reportOf(input, rules, file, 'DENY_ALL');
        expect(verdictsOf(asked)).toEqual(
          verdictsOf(reportOf(input, [...rules, ...denyAll], file)),
        );
      }),
      runs(40),
    );
  });
});
