/** Which checks are about which port rules: those that explain a flow of the rule in one of their examples. */

import { checks } from '../../../core/validate/checks/index.ts';
import { reportOfExample } from '../../../core/validate/report-of-example.ts';
import { catalog } from '../../../data/index.ts';

interface Named {
  readonly id: string;
  readonly title: string;
}

/** A rule that an instance needs is judged by it whatever the examples show. */
const ofEveryRule = 'required-flow-denied';

function ruleIdsOf({ id, examples }: (typeof checks)[number]): ReadonlySet<string> {
  const reports = Object.values(examples).map(reportOfExample);
  return new Set(
    reports.flatMap(({ findings, flows }) =>
      findings
        .filter(({ checkId }) => checkId === id)
        .flatMap((finding) =>
          flows
            .filter(({ region, key }) => region === finding.region && finding.flows.includes(key))
            .map(({ rule }) => rule.id),
        ),
    ),
  );
}

const ruleIdsByCheck = new Map(checks.map((check) => [check.id, ruleIdsOf(check)]));
const named = ({ id, title }: Named): Named => ({ id, title });

export const checksOfRule = (ruleId: string): readonly Named[] =>
  checks
    .filter(({ id }) => id === ofEveryRule || ruleIdsByCheck.get(id)?.has(ruleId))
    .sort((one, other) => Number(other.id === ofEveryRule) - Number(one.id === ofEveryRule))
    .map(named);

export const rulesOfCheck = (checkId: string): readonly Named[] =>
  catalog.portRules.filter(({ id }) => ruleIdsByCheck.get(checkId)?.has(id)).map(named);
