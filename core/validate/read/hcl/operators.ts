/** What operators do. */

import { Failure } from './budget.ts';
import { toNumber, toTruth } from './conversions.ts';
import type { Evaluation } from './evaluation.ts';
import type { Scope } from './scope.ts';
import type { Binary, Unary } from './syntax.ts';
import { areEqual, shortText, Unknown, unknownFrom, type Value } from './values.ts';

export function unary({ operator, at }: Unary, value: Value): Value {
  if (value instanceof Unknown)
    return unknownFrom(`${operator}${shortText(value)}`, [value], `${operator} at ${at}`);
  return operator === '!' ? !toTruth(value, at) : -toNumber(value, at);
}

export function binary(expression: Binary, scope: Scope, evaluator: Evaluation): Value {
  const { operator, at } = expression;
  const left = evaluator.evaluate(expression.left, scope);
  const unknown = (...parts: Value[]) =>
    unknownFrom(
      parts.map(shortText).join(` ${operator} `),
      parts,
      `${operator} at ${at} ${scope.text}`,
    );
  if (operator === '&&' || operator === '||') {
    const deciding = operator === '||';
    // What one side decides is known whatever the other one is.
    if (!(left instanceof Unknown) && toTruth(left, at) === deciding) return deciding;
    const right = evaluator.evaluate(expression.right, scope);
    if (!(right instanceof Unknown) && toTruth(right, at) === deciding) return deciding;
    return left instanceof Unknown || right instanceof Unknown ? unknown(left, right) : !deciding;
  }
  const right = evaluator.evaluate(expression.right, scope);
  if (operator === '==' || operator === '!=') {
    const isEqual = areEqual(left, right);
    return isEqual === undefined ? unknown(left, right) : isEqual === (operator === '==');
  }
  if (left instanceof Unknown || right instanceof Unknown) return unknown(left, right);
  const [a, b] = [toNumber(left, at), toNumber(right, at)];
  switch (operator) {
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      if (b === 0) throw new Failure('a division by zero', at);
      return operator === '/' ? a / b : a % b;
  }
}
