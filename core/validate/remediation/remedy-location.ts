/**
 * The smallest change to a location's network security group that lets required traffic pass. The evaluation confirms
 * it, and it never makes another documented flow worse.
 */

import { unknownRegionName } from '../../answers/unknown-region.ts';
import type { InputRule } from '../../deployment.ts';
import type { GroupRule, RuleGroup } from '../../render/rendered-rule.ts';
import type { LocationContext } from '../location/location.ts';
import { type Draft, draftOf, isMissing, restOf, rowsOf } from './draft.ts';
import { groupNames } from './group-names.ts';
import { inWritingOrder, toGroupRule } from './rules.ts';
import { add, advance, correct, create, makeRoom, putBack, type Step } from './steps.ts';

/** `add` runs twice: a deny rule that `putBack` moved may leave a free priority. */
const steps = [correct, advance, add, putBack, add, makeRoom];

/** The changes that a location needs; undefined if none. */
export function remedyLocation(context: LocationContext): RuleGroup | undefined {
  const start = draftOf(context, isMissing);
  return toRuleGroup(remedied(context.rules ? start : create(start)));
}

/** The draft with each row fixed by the first step that can. */
export function remedied(start: Draft, by: readonly Step[] = steps): Draft {
  return by.reduce(
    (before, step) =>
      rowsOf(before).reduce((draft, row) => {
        const rest = restOf(row, draft);
        return (rest && step(draft, rest)) ?? draft;
      }, before),
    start,
  );
}

/** A rule that the remedy changes or adds. */
export interface RuleChange {
  /** Undefined for a rule to add. */
  readonly before: InputRule | undefined;
  readonly after: GroupRule;
}

/** What the remedy of a location changes; undefined for a location without a group. */
export const changesOf = (context: LocationContext): readonly RuleChange[] | undefined =>
  context.rules && ruleChanges(remedied(draftOf(context, isMissing)));

/** The same with rules to add alone, for a source in which the others cannot be changed. */
export const additionsOf = (context: LocationContext): readonly RuleChange[] | undefined =>
  context.rules && ruleChanges(remedied(draftOf(context, isMissing), [add, add]));

const ruleChanges = ({ context, rules, reasons }: Draft): RuleChange[] =>
  rules.flatMap((rule) => {
    const reason = reasons.get(rule.path);
    const after = reason && toGroupRule(rule, reason, context.tags);
    const before = context.inputRules.find(({ path }) => path === rule.path);
    return after ? [{ before, after }] : [];
  });

/** The changed and added rules, in an order in which Azure accepts them. */
export function toRuleGroup({ context, rules, reasons }: Draft): RuleGroup | undefined {
  const inputPaths = new Set(context.inputRules.map(({ path }) => path));
  const changes = rules
    .flatMap((rule): GroupRule[] => {
      const reason = reasons.get(rule.path);
      const written = reason && toGroupRule(rule, reason, context.tags);
      return written ? [{ ...written, ...(inputPaths.has(rule.path) && { isUpdate: true }) }] : [];
    })
    .sort((a, b) =>
      a.direction < b.direction ? -1 : a.direction > b.direction ? 1 : a.priority - b.priority,
    );
  if (changes.length === 0) return undefined;
  return {
    region: context.region.name,
    ...(context.region.name === unknownRegionName && { isRegionOpen: true }),
    rules: inWritingOrder(changes, context.inputRules),
    ...(context.rules === undefined ? { isNew: true } : { isExisting: true }),
    ...groupNames(context),
  };
}
