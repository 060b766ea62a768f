/**
 * What to change in one location's network security group so that required traffic passes: the smallest edit that the
 * evaluation confirms, and never one that makes another documented flow worse.
 */

import { unknownRegionName } from '../../answers/unknown-region.ts';
import type { GroupRule, RuleGroup } from '../../render/rendered-rule.ts';
import type { LocationContext } from '../location/location.ts';
import { type Draft, draftOf, isMissing, restOf, rowsOf } from './draft.ts';
import { groupNames } from './group-names.ts';
import { inWritingOrder, toGroupRule } from './rules.ts';
import { add, advance, correct, create, makeRoom, putBack } from './steps.ts';

/** A deny rule that has moved back may leave a place for what could not be added before. */
const steps = [correct, advance, add, putBack, add, makeRoom];

/** The changes that a location needs; undefined where it needs none. */
export function remedyLocation(context: LocationContext): RuleGroup | undefined {
  const start = draftOf(context, isMissing);
  return toRuleGroup(remedied(context.rules ? start : create(start)));
}

/** The draft with each row mended by the first step that can do it. */
export function remedied(start: Draft): Draft {
  return steps.reduce(
    (before, step) =>
      rowsOf(before).reduce((draft, row) => {
        const rest = restOf(row, draft);
        return (rest && step(draft, rest)) ?? draft;
      }, before),
    start,
  );
}

/** The rules that were changed or added, in the order in which they can be written. */
export function toRuleGroup({ context, rules, reasons }: Draft): RuleGroup | undefined {
  const given = new Set(context.givenRules.map(({ path }) => path));
  const changes = rules
    .flatMap((rule): GroupRule[] => {
      const reason = reasons.get(rule.path);
      const written = reason && toGroupRule(rule, reason, context.tags);
      return written ? [{ ...written, ...(given.has(rule.path) && { isUpdate: true }) }] : [];
    })
    .sort((a, b) =>
      a.direction < b.direction ? -1 : a.direction > b.direction ? 1 : a.priority - b.priority,
    );
  if (changes.length === 0) return undefined;
  return {
    region: context.region.name,
    ...(context.region.name === unknownRegionName && { isRegionOpen: true }),
    rules: inWritingOrder(changes, context.givenRules),
    ...(context.rules === undefined ? { isNew: true } : { isExisting: true }),
    ...groupNames(context),
  };
}
