/** The rules of a network security group in a Terraform plan: in the group itself, and as resources of their own. */

import type { InputRule } from '../../../deployment.ts';
import { pointer } from '../../../json-pointer.ts';
import { openRule, readListedRule, withoutRepeats } from '../rules/listed-rules.ts';
import { listOf, type Path, Unresolved } from '../unresolved.ts';
import type { TerraformPlan } from './plan.ts';
import { replacedNames } from './refreshed.ts';
import { ownersNamed } from './targets.ts';
import type { TerraformResource } from './values.ts';

export const groupType = 'azurerm_network_security_group';
const ruleType = 'azurerm_network_security_rule';

/**
 * A plan says of a group without rules of its own what it says of one whose rules depend on something unknown: that
 * they are known after apply. Only rules that are resources, which azurerm does not mix with the others, tell which.
 */
export function readGroup(group: TerraformResource, plan: TerraformPlan) {
  const path = [...group.path, 'security_rule'];
  const { security_rule: list } = group.values;
  const ownRules: TerraformResource[] = [];
  const own = plan.ofType(ruleType).flatMap((rule) => {
    const isOwn = isRuleOf(rule, group, plan);
    if (isOwn === false) return [];
    if (isOwn) ownRules.push(rule);
    const read = {
      ...readTerraformRule(rule.open ?? rule.values, rule.path),
      ...(rule.index === undefined && { terraformName: rule.name }),
    };
    return isOwn ? [read] : [{ ...read, access: `[${rule.address}]`, writtenAccess: read.access }];
  });
  const isOpen = list instanceof Unresolved;
  const replaced = replacedNames(group, 'security_rule', plan, {
    own: ownRules,
    removed: plan.removed(ruleType).filter((rule) => isRuleOf(rule, group, plan)),
  });
  const inline = (isOpen ? [] : listOf(list))
    .map((rule, index) => ({
      ...readTerraformRule(rule, [...path, index]),
      isBlock: true as const,
    }))
    .filter(({ name }) => !replaced.has(name.toLowerCase()));
  return {
    document: group.values,
    rules:
      isOpen && ownRules.length === 0
        ? [openRule(list.text, pointer(...path)), ...own]
        : withoutRepeats(own, inline),
    path: group.path,
  };
}

const groupKey = 'network_security_group_name';

/** Undefined where the plan does not say whose rule it is. */
function isRuleOf(
  rule: TerraformResource,
  group: TerraformResource,
  plan: TerraformPlan,
): boolean | undefined {
  const name = rule.values[groupKey];
  const groups = ownersNamed(rule, groupKey, groupType, plan);
  if (!groups.includes(group) && (groups.length > 0 || typeof name === 'string')) return false;
  if (groups.length === 1) return true;
  plan.notes.leaveOpen('whose rule this is', name, [...rule.path, groupKey]);
  return undefined;
}

const camelCase = (key: string) =>
  key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function readTerraformRule(values: unknown, path: Path): InputRule {
  if (values instanceof Unresolved) return openRule(values.text, pointer(...path));
  const rule = Object.fromEntries(
    Object.entries(values ?? {}).map(([key, value]) => [
      camelCase(key).replace(/SecurityGroupIds$/, 'SecurityGroups'),
      value,
    ]),
  );
  return readListedRule(rule, path);
}
