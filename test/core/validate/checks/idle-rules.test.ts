/** Rules that decide nothing: those that a case names, and no others. */

import { describe, expect, it } from 'vitest';
import type { RuleFields } from '../../../../core/deployment.ts';
import { findCheck } from '../../../../core/validate/checks/index.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { cases, deploymentOfCase } from '../../../support/corpus.ts';
import { hiddenIn, namesIn } from '../../../support/findings.ts';
import { fileChoices } from '../../../support/weekly-files.ts';
import { ids } from './idle-rules.ts';

/** Also found, by direction and priority, and true because the rule before holds every address of the tag. */
const alsoFound: Readonly<Record<string, readonly string[]>> = {
  'premium-internal-deny-internet': ['rule-shadowed Outbound 350'],
  // The destination is the prefix of another subnet, which is what the case is about.
  'wrong-destination-subnet': ['wrong-destination Inbound 100'],
};

const labelOf = (checkId: string, rule: RuleFields | undefined) =>
  `${checkId} ${rule?.direction} ${rule?.priority}`;

describe.each(fileChoices)('cases with $files', ({ serviceTagFiles }) => {
  it.each(cases)('$name', (input) => {
    const { findings } = validate(deploymentOfCase(input), { serviceTagFiles, whatIf: 'NONE' });
    const ruleNamed = (name: string) => input.nsgRules?.find((rule) => rule.name === name);
    const hidden = findings
      .flatMap(hiddenIn)
      .map((name) => labelOf('rule-shadowed', ruleNamed(name)));
    const actual = findings
      .filter(({ checkId }) => ids.includes(checkId))
      .flatMap((finding) =>
        namesIn(finding).map((name) => labelOf(finding.checkId, ruleNamed(name))),
      );
    const listed = (input.expect.warnings ?? [])
      .map((warning) => warning.split(':'))
      .map(([code = '', name]) => ({ id: findCheck(code)?.id ?? code, name }))
      .filter(({ id }) => ids.includes(id))
      .map(({ id, name }) =>
        labelOf(
          id,
          input.nsgRules?.find((rule) => rule.name === name),
        ),
      );
    expect([...actual, ...hidden].sort()).toEqual(
      [...listed, ...(alsoFound[input.like] ?? [])].sort(),
    );
  });
});
