/** What functions, loops and operators need of the evaluator. */

import type { DefaultsRead } from '../arm/defaults-read.ts';
import type { Budget } from './budget.ts';
import type { Scope } from './scope.ts';
import type { Call, Expression } from './syntax.ts';
import type { ValueOffsets } from './value-offsets.ts';
import type { Unknown, Value } from './values.ts';

export interface Evaluation {
  readonly budget: Budget;
  readonly offsets: ValueOffsets;
  readonly defaults: DefaultsRead;
  readonly evaluate: (expression: Expression, scope: Scope) => Value;
  /** What an expression gives that depends on these values; no other expression gives the same. */
  readonly unknown: (
    expression: { readonly at: number },
    scope: Scope,
    parts: readonly Value[],
  ) => Unknown;
  /** The values of all arguments, a last one with `...` taken apart; unknown where that one is. */
  readonly argumentsOf: (args: Arguments) => readonly Value[] | Unknown;
  /** The unknown value of a call, from the values of its arguments. */
  readonly unknownCall: (args: Arguments, values: readonly Value[]) => Unknown;
}

/** The arguments of a call, not evaluated yet: `try` catches what they throw. */
export interface Arguments {
  readonly call: Call;
  readonly scope: Scope;
  readonly evaluator: Evaluation;
}

export type CallFunction = (args: Arguments) => Value;
