/**
 * Rules of validation merged into one. For every document graphql asks each rule of a list what it has for each kind of
 * node, those of schemas too, and for a query of usual size that takes longer than the rest. What a rule has is the same
 * each time, so it is asked once. Errors and their order stay those of the list.
 */

import {
  type ASTNode,
  type ASTVisitFn,
  type ASTVisitor,
  getEnterLeaveForKind,
  Kind,
  type ValidationRule,
} from 'graphql';

const definitions: readonly Kind[] = [
  Kind.OPERATION_DEFINITION,
  Kind.FRAGMENT_DEFINITION,
  Kind.VARIABLE_DEFINITION,
];
/** Kinds of node that a document without definitions of types has. */
const kinds = Object.values(Kind).filter(
  (kind) => definitions.includes(kind) || !/Definition$|Extension$/.test(kind),
);

interface EnterLeave {
  readonly enter: ASTVisitFn<ASTNode>;
  readonly leave: ASTVisitFn<ASTNode>;
}

interface Step extends Partial<EnterLeave> {
  /** Of the rule. */
  readonly index: number;
  readonly visitor: ASTVisitor;
}

/** For documents of operations and fragments alone. */
export function mergeRules(rules: readonly ValidationRule[]): ValidationRule {
  /** Indices of the rules that have anything for a kind. */
  let byKind: ReadonlyMap<Kind, readonly number[]> | undefined;

  function interested(visitors: readonly ASTVisitor[]): typeof byKind & {} {
    const entries = kinds.map((kind) => {
      const indices = visitors.flatMap((visitor, index) => {
        const { enter, leave } = getEnterLeaveForKind(visitor, kind);
        return enter || leave ? [index] : [];
      });
      return [kind, indices] as const;
    });
    return new Map(entries.filter(([, indices]) => indices.length > 0));
  }

  return (context) => {
    const visitors = rules.map((rule) => rule(context));
    byKind ??= interested(visitors);
    /** The node whose inside a rule does not want to see, by rule. */
    const skipped: (ASTNode | undefined)[] = rules.map(() => undefined);
    const merge = (steps: readonly Step[]): EnterLeave => ({
      enter(node, key, parent, path, ancestors) {
        for (const { index, visitor, enter } of steps) {
          if (enter === undefined || skipped[index] !== undefined) continue;
          const isSkipped = enter.call(visitor, node, key, parent, path, ancestors) === false;
          if (isSkipped) skipped[index] = node;
        }
      },
      leave(node, key, parent, path, ancestors) {
        for (const { index, visitor, leave } of steps) {
          if (skipped[index] === node) skipped[index] = undefined;
          else if (skipped[index] === undefined)
            leave?.call(visitor, node, key, parent, path, ancestors);
        }
      },
    });
    const merged: Partial<Record<Kind, EnterLeave>> = {};
    for (const [kind, indices] of byKind) {
      const steps = indices.map((index): Step => {
        const visitor = visitors[index] as ASTVisitor;
        return { index, visitor, ...(getEnterLeaveForKind(visitor, kind) as Partial<EnterLeave>) };
      });
      merged[kind] = merge(steps);
    }
    return merged as ASTVisitor;
  };
}
