/** Which checks are about which port rules: those that judge its flows, or explain one of them in their examples. */

import { ruleStatus } from '../../../core/answers/rule-status.ts';
import { checks } from '../../../core/validate/checks/index.ts';
import { reportOfExample } from '../../../core/validate/report-of-example.ts';
import { catalog, portRuleById } from '../../../data/index.ts';
import type { PortRule } from '../../../data/model.ts';

interface Named {
  readonly id: string;
  readonly title: string;
}

const ifRequired = 'required-flow-denied';
const ifRecommended = 'recommended-flow-denied';

/** The check that judges the rule whatever the examples show; undefined where the newest edition lacks the rule. */
function judgeOf(rule: PortRule): string | undefined {
  switch (ruleStatus(rule)?.status) {
    case undefined:
    case 'REMOVED':
      return undefined;
    case 'RECOMMENDED':
      return ifRecommended;
    default:
      return ifRequired;
  }
}

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

/** The check that judges the rule comes first. Of a rule that is removed there are none. */
export function checksOfRule(ruleId: string): readonly Named[] {
  const rule = portRuleById.get(ruleId);
  const judge = rule && judgeOf(rule);
  if (judge === undefined) return [];
  const others = checks.filter(
    ({ id }) => id !== ifRequired && id !== ifRecommended && ruleIdsByCheck.get(id)?.has(ruleId),
  );
  return [...checks.filter(({ id }) => id === judge), ...others].map(named);
}

export const rulesOfCheck = (checkId: string): readonly Named[] =>
  catalog.portRules.filter(({ id }) => ruleIdsByCheck.get(checkId)?.has(id)).map(named);
