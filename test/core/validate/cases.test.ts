/** Whole deployments with the verdict that each must get. */

import { describe, expect, it } from 'vitest';
import type { ConfigReport } from '../../../core/validate/report.ts';
import { validate } from '../../../core/validate/validate.ts';
import { cases, deploymentOfCase, fixtures } from '../../support/corpus.ts';
import { fileChoices } from '../../support/weekly-files.ts';

const upToRule = (path: string) => path.replace(/(\/(?:securityRules|document)\/\d+).*$/, '$1');

describe('made-up deployments', () => {
  it.each(fixtures)('$name', ({ deployment, expect: wanted }) => {
    const report = validate(deployment, { serviceTagFiles: [], whatIf: 'NONE' });
    expect({
      verdict: report.verdict,
      flows: Object.fromEntries(
        report.flows
          .filter(({ outcome }) => outcome !== 'ALLOWED')
          .map(({ region, key, outcome }) => [`${region} ${key}`, outcome]),
      ),
      findings: report.findings.map(({ checkId, path }) => `${checkId} ${upToRule(path)}`),
      assumptions: report.assumptions.map(({ code }) => code),
      remediation: report
        .remediation()
        .flatMap(({ region, rules }) =>
          rules.map(
            ({ direction, priority, name }) => `${region} ${direction} ${priority} ${name}`,
          ),
        ),
    }).toEqual(wanted);
  });
});

/** A case calls a flow missing if less than half of it is allowed; what cannot be measured counts as little. */
const missing = ({ flows }: ConfigReport, isRequired: boolean) =>
  flows
    .filter(
      ({ necessity, outcome, allowedFraction }) =>
        (necessity === 'REQUIRED') === isRequired &&
        (outcome === 'DENIED' || (outcome === 'PARTIAL' && (allowedFraction ?? 0) < 0.5)),
    )
    .map(({ key }) => key)
    .sort();

/** Flows say themselves that they are denied. */
const ownWords = ['required-flow-denied', 'required-flow-partial'];

describe.each(fileChoices)('cases with $files', ({ serviceTagFiles }) => {
  it.each(cases)('$name', (input) => {
    const report = validate(deploymentOfCase(input), { serviceTagFiles, whatIf: 'NONE' });
    expect(missing(report, true)).toEqual([...input.expect.missingRequired].sort());
    expect(missing(report, false)).toEqual([...input.expect.missingOptional].sort());
    const codes = (input.expect.errors ?? []).map((error) => error.split(':')[0] as string);
    const actual = report.findings
      .filter(({ severity }) => severity === 'ERROR')
      .map(({ checkId }) => checkId)
      .filter((id) => !ownWords.includes(id));
    expect([...new Set(actual)].sort()).toEqual([...new Set(codes)].sort());
    const undecided = report.flows.filter(
      ({ outcome, necessity }) => outcome === 'UNKNOWN' && necessity === 'REQUIRED',
    );
    expect(undecided.map(({ key }) => key)).toEqual([]);
  });
});
