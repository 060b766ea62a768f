/** The rules of a group together: each one read, and what two of them cannot share. */

import type { InputRule } from '../../../deployment.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import type { RuleProblem } from './rule-problem.ts';
import type { RuleReader } from './security-rule.ts';

/** Reads a whole group; what two rules cannot share is reported, the rules themselves remain. */
export function readRules(
  inputRules: readonly InputRule[],
  read: RuleReader,
): { rules: readonly SecurityRule[]; problems: readonly RuleProblem[] } {
  const rules: SecurityRule[] = [];
  const problems: RuleProblem[] = [];
  inputRules.forEach((raw, index) => {
    const reading = read(raw, index);
    if (reading.rule) rules.push(reading.rule);
    problems.push(...reading.problems);
  });
  const clashing = clashes(rules);
  return {
    rules:
      clashing.contested.size === 0
        ? rules
        : rules.map((rule) =>
            clashing.contested.has(slotOf(rule)) ? { ...rule, isContested: true } : rule,
          ),
    problems: [...problems, ...clashing.problems],
  };
}

/** Direction and priority in one number; undefined where one of them is an expression. */
function slotOf({ direction, priority }: SecurityRule): number | undefined {
  if (direction === undefined || priority === undefined) return undefined;
  return direction === 'INBOUND' ? priority : -priority;
}

interface Clashes {
  readonly problems: readonly RuleProblem[];
  /** Slots in which one rule allows and another one denies. */
  readonly contested: ReadonlySet<number | undefined>;
}

function clashes(rules: readonly SecurityRule[]): Clashes {
  const problems: RuleProblem[] = [];
  const contested = new Set<number>();
  const bySlot = new Map<number, SecurityRule>();
  const byName = new Map<string, SecurityRule>();
  for (const rule of rules) {
    const { path } = rule;
    const slot = slotOf(rule);
    const other = slot === undefined ? undefined : bySlot.get(slot);
    const name = rule.name.toLowerCase();
    const namesake = byName.get(name);
    if (slot !== undefined && !other) bySlot.set(slot, rule);
    if (slot !== undefined && other) {
      if (other.access !== rule.access) contested.add(slot);
      problems.push({
        checkId: 'duplicate-priority',
        rule: rule.name,
        message: `${rule.name} and ${other.name} both have the ${rule.direction?.toLowerCase()} priority ${rule.priority}`,
        path,
      });
    }
    if (!namesake) byName.set(name, rule);
    else {
      problems.push({
        checkId: 'duplicate-rule-name',
        rule: rule.name,
        message: `two rules have the name ${rule.name}`,
        path,
      });
    }
  }
  return { problems, contested };
}
