/**
 * The rules of a network security group in a template or an export: within the group, and as resources of their own.
 */

import type { InputRule } from '../../../deployment.ts';
import { pointer } from '../../../json-pointer.ts';
import { isPartOf, type Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { parseResourceId } from '../resource-id.ts';
import { readEffectiveList } from '../rules/effective-rules.ts';
import {
  openRule,
  readListedRule,
  readListedRules,
  withoutRepeats,
} from '../rules/listed-rules.ts';
import type { DescribedGroup, GroupElsewhere } from '../service-description.ts';
import { field, fieldPath, get, type Path, textOf, Unresolved } from '../unresolved.ts';
import { follow, nameOf, tiedTo } from './targets.ts';
import { mayTouch, unreadField, unreadModules } from './unread-modules.ts';

export const groupType = 'microsoft.network/networksecuritygroups';
export const ruleType = `${groupType}/securityrules`;

/** The group that a reference leads to; an unknown one if that is in a module that was not read. */
export function readGroup(
  reference: unknown,
  at: Path,
  all: TemplateResources,
): DescribedGroup | GroupElsewhere {
  const text = textOf(reference);
  const isElsewhere =
    reference instanceof Unresolved && parseResourceId(reference.key) === undefined;
  if (isElsewhere && unreadModules(all).length > 0) {
    return { document: text, rules: [openRule(text, pointer(...at))], path: at };
  }
  const group = follow(reference, groupType, all);
  return group ? readGroupOf(group, all) : { elsewhere: text, path: at };
}

/** The group that says itself that it is attached to the subnet. */
export function groupTiedTo(subnet: unknown, all: TemplateResources): DescribedGroup | undefined {
  const [group, other] = tiedTo(subnet, groupType, all);
  if (other) all.notes.leaveOpen('which security group the subnet has', 'several', other.path);
  return group && readGroupOf(group, all);
}

/** Locations may share a group, which is read once. */
const readGroups = new WeakMap<Resource, DescribedGroup>();

export function readGroupOf(group: Resource, all: TemplateResources): DescribedGroup {
  const known = readGroups.get(group) ?? readAnew(group, all);
  readGroups.set(group, known);
  return known;
}

function readAnew(group: Resource, all: TemplateResources): DescribedGroup {
  const body = group.resolved();
  const effective = get(body, 'effectiveSecurityRules');
  if (Array.isArray(effective)) {
    const path = [...group.path, 'effectiveSecurityRules'];
    return { document: body, rules: readEffectiveList(effective, path), path: group.path };
  }
  const listed = get(body, 'listedSecurityRules');
  if (Array.isArray(listed)) {
    return { document: body, rules: readListedRules(listed, group.path), path: group.path };
  }
  const list = field(body, 'securityRules');
  const inline = readListedRules(list, [...group.path, ...fieldPath(body, 'securityRules')]);
  const groups = new Set(all.ofType(groupType).map(({ id }) => id.names[0]));
  const own = all.ofType(ruleType).flatMap((rule) => {
    const [owner] = rule.id.names;
    const isOpen = [owner, group.id.names[0]].some((name) => name?.includes('['));
    if (isPartOf(rule, group)) return [readOwnRule(rule, all.openCondition(rule))];
    if (owner === group.id.names[0]) return [];
    if (get(rule.resolved(), unreadField) === true) {
      return [openRule('[a rule that cannot be read]', pointer(...rule.path))];
    }
    if (!isOpen || groups.has(owner)) return [];
    all.notes.leaveOpen('whose rule this is', nameOf(rule), rule.path);
    return [readOwnRule(rule, `[${nameOf(rule)}]`)];
  });
  return {
    document: body,
    rules: [...withReplaced(inline, own), ...unreadRules(group, all)],
    path: group.path,
  };
}

/** For each module that may add rules to the group a rule about which nothing is known. */
const unreadRules = (group: Resource, all: TemplateResources): InputRule[] =>
  unreadModules(all)
    .filter((module) => mayTouch(module, group))
    .map((module) => openRule(`[rules of the module ${nameOf(module)}]`, pointer(...module.path)));

/** A rule that is a resource of its own; where a condition is open, what the rule does is open, too. */
export const readOwnRule = (rule: Resource, condition: string | undefined): InputRule =>
  readListedRule({ ...rule.resolved(), name: lastName(rule) }, rule.path, condition);

/** A rule that is a resource of its own is put after its group, so it replaces the one of its name there. */
function withReplaced(inline: readonly InputRule[], own: readonly InputRule[]): InputRule[] {
  const rules = withoutRepeats(inline, own);
  const added = new Set(rules.slice(inline.length));
  const names = new Set([...added].map(({ name }) => name.toLowerCase()));
  return rules.filter((rule) => added.has(rule) || !names.has(rule.name.toLowerCase()));
}

/** The rule's own name, without that of its group. */
function lastName(rule: Resource): unknown {
  const name = get(rule.resolved(), 'name');
  const last = (name instanceof Unresolved ? name.key : textOf(name)).split('/').at(-1) ?? '';
  return name instanceof Unresolved && last.includes('[') ? name : last;
}
