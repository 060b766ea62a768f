/** How functions get their arguments, and what they make of unknown ones. */

import { Failure } from '../budget.ts';
import { toText } from '../conversions.ts';
import type { Arguments, CallFunction, Evaluation } from '../evaluation.ts';
import {
  describeKind,
  hasUnknown,
  isMap,
  itemsOf,
  Members,
  Unknown,
  type Value,
} from '../values.ts';

export interface Context {
  readonly at: number;
  readonly evaluator: Evaluation;
  /** The unknown value of this call. */
  readonly unknown: () => Unknown;
}
type Implementation = (values: readonly Value[], context: Context) => Value;

const isOpen = (value: Value) => value instanceof Unknown || value instanceof Members;

/** For functions that look into lists and objects: an entry of theirs may be unknown, the list may not. */
export const shallow = (implementation: Implementation) => withValues(implementation, isOpen);

/** For functions whose result depends on every value within their arguments. */
export const deep = (implementation: Implementation) => withValues(implementation, hasUnknown);

/** For functions that say themselves what an unknown argument does. */
export const open = (implementation: Implementation) => withValues(implementation, () => false);

function withValues(
  implementation: Implementation,
  leavesOpen: (value: Value) => boolean,
): CallFunction {
  return (args: Arguments) => {
    const values = args.evaluator.argumentsOf(args);
    if (values instanceof Unknown) return args.evaluator.unknownCall(args, [values]);
    const unknown = () => args.evaluator.unknownCall(args, values);
    if (values.some(leavesOpen)) return unknown();
    return implementation(values, { at: args.call.at, evaluator: args.evaluator, unknown });
  };
}

export function listAt(values: readonly Value[], index: number, at: number): readonly Value[] {
  const value = values[index] ?? null;
  const items = itemsOf(value);
  if (items) return items;
  throw new Failure(`expected a list, not ${describeKind(value)}`, at);
}

export function mapAt(
  values: readonly Value[],
  index: number,
  at: number,
): ReadonlyMap<string, Value> {
  const value = values[index] ?? null;
  if (isMap(value)) return value;
  throw new Failure(`expected an object, not ${describeKind(value)}`, at);
}

export const textAt = (values: readonly Value[], index: number, at: number): string =>
  toText(values[index] ?? null, at);
