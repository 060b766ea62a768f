/**
 * Several rules of validation as one. graphql asks each of its some thirty rules at each node of a query, and anew
 * for each query what nodes it is interested in; yet a rule's visitor always has the same members, so here each rule is
 * asked for each kind of node once. For a short query that is most of the time that validation takes.
 */

import {
  type ASTNode,
  type ASTVisitFn,
  type ASTVisitor,
  BREAK,
  getEnterLeaveForKind,
  type ValidationRule,
} from 'graphql';

type Place = 'enter' | 'leave';

/** Which of the visitors, by their place in the list, look at a kind of node. */
interface Interested {
  readonly enter: readonly number[];
  readonly either: readonly number[];
}

function interestedIn(kind: ASTNode['kind'], visitors: readonly ASTVisitor[]): Interested {
  const indexes = [...visitors.keys()];
  const having = (place: Place) =>
    indexes.filter(
      (index) => getEnterLeaveForKind(visitors[index] as ASTVisitor, kind)[place] !== undefined,
    );
  const [enter, leave] = [having('enter'), having('leave')];
  return { enter, either: indexes.filter((it) => enter.includes(it) || leave.includes(it)) };
}

export function mergedRules(rules: readonly ValidationRule[]): ValidationRule {
  const interested = new Map<ASTNode['kind'], Interested>();

  return (context) => {
    const visitors = rules.map((rule) => rule(context));
    /** The node below which a visitor looks at nothing; BREAK where it looks at nothing any more. */
    const skipped: (ASTNode | typeof BREAK | undefined)[] = visitors.map(() => undefined);

    function call(place: Place, index: number, args: Parameters<ASTVisitFn<ASTNode>>): unknown {
      const visitor = visitors[index] as ASTVisitor;
      return getEnterLeaveForKind(visitor, args[0].kind)[place]?.apply(visitor, args);
    }

    function find({ kind }: ASTNode): Interested {
      let found = interested.get(kind);
      if (found === undefined) {
        found = interestedIn(kind, visitors);
        interested.set(kind, found);
      }
      return found;
    }

    return {
      enter(...args) {
        const [node] = args;
        for (const index of find(node).enter) {
          if (skipped[index] !== undefined) continue;
          const result = call('enter', index, args);
          if (result === false) skipped[index] = node;
          else if (result === BREAK) skipped[index] = BREAK;
        }
      },
      leave(...args) {
        const [node] = args;
        for (const index of find(node).either) {
          if (skipped[index] === node) skipped[index] = undefined;
          else if (skipped[index] === undefined && call('leave', index, args) === BREAK) {
            skipped[index] = BREAK;
          }
        }
      },
    };
  };
}
