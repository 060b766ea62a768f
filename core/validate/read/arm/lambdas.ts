/** Template functions that take lambdas, as Resource Manager documents them. */

import { memoizeByObject } from '../../../network/memoize.ts';
import { isObject } from '../unresolved.ts';
import type { Expression } from './expressions.ts';
import { isList, isText } from './values.ts';

interface Lambda {
  /** In lower case. */
  readonly variables: readonly string[];
  readonly body: Expression;
}

/** A lambda with values for its variables; values that it has no variable for are left out. */
type Apply = (...values: readonly unknown[]) => unknown;

/** Undefined where an argument is open or of another type, or where a lambda does not decide. */
type LambdaFunction = (values: readonly unknown[], lambdas: readonly Apply[]) => unknown;

/** The lambda that an argument is; as text it is lambda('a', 'b', body). */
const lambdaOf = memoizeByObject((expression: Expression): Lambda | undefined => {
  if (expression.kind === 'lambda') {
    return { variables: variablesOf(expression), body: expression.body };
  }
  if (expression.kind !== 'call' || expression.name !== 'lambda') return undefined;
  const body = expression.args.at(-1);
  const variables = expression.args
    .slice(0, -1)
    .map((variable) => (variable.kind === 'literal' ? variable.value : undefined));
  return body && variables.every(isText) ? { variables: lowered(variables), body } : undefined;
});

/** The variables of an expression, in lower case. */
export const variablesOf = memoizeByObject(
  (expression: { readonly variables: readonly string[] }) => lowered(expression.variables),
);
const lowered = (names: readonly string[]) => names.map((name) => name.toLowerCase());

function toObject(
  list: unknown,
  toKey: Apply | undefined,
  toValue: Apply = (item) => item,
): unknown {
  if (!isList(list) || !toKey) return undefined;
  const entries = list.map((item) => [toKey(item), item]);
  return entries.every(([key]) => isText(key))
    ? Object.fromEntries(entries.map(([key, item]) => [key, toValue(item)]))
    : undefined;
}

function sorted(list: unknown, isBefore: Apply | undefined): unknown {
  if (!isList(list) || !isBefore) return undefined;
  let isDecided = true;
  const decide = (a: unknown, b: unknown) => {
    const value = isBefore(a, b);
    if (typeof value !== 'boolean') isDecided = false;
    return value === true;
  };
  const items = list.toSorted((a, b) => {
    if (!isDecided) return 0;
    return decide(a, b) ? -1 : decide(b, a) ? 1 : 0;
  });
  return isDecided ? items : undefined;
}

const functions = new Map<string, LambdaFunction>(
  Object.entries({
    map: ([list], [each]) =>
      isList(list) && each ? list.map((item, index) => each(item, index)) : undefined,
    filter: ([list], [each]) => {
      if (!isList(list) || !each) return undefined;
      const isIn = list.map((item, index) => each(item, index));
      return isIn.every((one) => typeof one === 'boolean')
        ? list.filter((_, index) => isIn[index])
        : undefined;
    },
    reduce: ([list, initial], [next]) =>
      isList(list) && next
        ? list.reduce((total, item, index) => next(total, item, index), initial)
        : undefined,
    sort: ([list], [isBefore]) => sorted(list, isBefore),
    toobject: ([list], [toKey, toValue]) => toObject(list, toKey, toValue),
    mapvalues: ([object], [each]) =>
      isObject(object) && each
        ? Object.fromEntries(Object.entries(object).map(([key, value]) => [key, each(value)]))
        : undefined,
    groupby: ([list], [toKey]) => {
      if (!isList(list) || !toKey) return undefined;
      const keys = list.map((item) => toKey(item));
      return keys.every(isText)
        ? Object.fromEntries(Map.groupBy(list, (_, index) => String(keys[index])))
        : undefined;
    },
  } satisfies Record<string, LambdaFunction>),
);

export const takesLambdas = (name: string): boolean => functions.has(name);

/** The function's value; undefined where it is open. `evaluate` takes values for the variables of a lambda. */
export function callWithLambdas(
  name: string,
  args: readonly Expression[],
  evaluate: (
    expression: Expression,
    variables?: readonly string[],
    values?: readonly unknown[],
  ) => unknown,
): unknown {
  const lambdas: Apply[] = [];
  const values: unknown[] = [];
  for (const arg of args) {
    const lambda = lambdaOf(arg);
    if (lambda) lambdas.push((...values) => evaluate(lambda.body, lambda.variables, values));
    else values.push(evaluate(arg));
  }
  return functions.get(name)?.(values, lambdas);
}
