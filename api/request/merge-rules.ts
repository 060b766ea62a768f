/**
 * Rules of validation merged into one. For every document graphql asks each rule of a list what it has for each kind of
 * node, those of schemas too, and for a query of usual size that takes longer than the rest. Which rules have anything for
 * a kind is the same each time, so they are asked once. Errors and their order stay those of the list.
 */

import {
  type ASTNode,
  type ASTVisitFn,
  type ASTVisitor,
  getEnterLeaveForKind,
  type Kind,
  type ValidationRule,
} from 'graphql';

export function mergeRules(rules: readonly ValidationRule[]): ValidationRule {
  /** Indices of the rules that have anything for a kind. */
  const byKind = new Map<Kind, readonly number[]>();
  return (context) => {
    const visitors = rules.map((rule) => rule(context));
    const functionOf = (when: 'enter' | 'leave', index: number, kind: Kind) =>
      getEnterLeaveForKind(visitors[index] as ASTVisitor, kind)[when] as ASTVisitFn<ASTNode>;
    /** The node whose inside a rule does not want to see, by rule. */
    const skipped: (ASTNode | undefined)[] = rules.map(() => undefined);

    function interestedIn(kind: Kind): readonly number[] {
      const known = byKind.get(kind);
      if (known !== undefined) return known;
      const indices = [...rules.keys()].filter(
        (index) => functionOf('enter', index, kind) || functionOf('leave', index, kind),
      );
      byKind.set(kind, indices);
      return indices;
    }

    return {
      enter(node, ...rest) {
        for (const index of interestedIn(node.kind)) {
          if (skipped[index] !== undefined) continue;
          const isSkipped =
            functionOf('enter', index, node.kind)?.call(visitors[index], node, ...rest) === false;
          if (isSkipped) skipped[index] = node;
        }
      },
      leave(node, ...rest) {
        for (const index of interestedIn(node.kind)) {
          if (skipped[index] === node) skipped[index] = undefined;
          else if (skipped[index] === undefined)
            functionOf('leave', index, node.kind)?.call(visitors[index], node, ...rest);
        }
      },
    };
  };
}
