/** Values as text, number, truth: as Terraform converts them implicitly. */

import { Failure } from './budget.ts';
import { describeKind, Unknown, type Value } from './values.ts';

/** Text of a string, number or truth. */
export function toText(value: Value, at: number): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(value);
  throw new Failure(`expected a text, not ${describeKind(value)}`, at);
}

/** Without an exponent, as Terraform writes numbers. */
const numberText = (value: number) =>
  Math.abs(value) >= 1e21 ? BigInt(Math.trunc(value)).toString() : String(value);

export function toNumber(value: Value, at: number): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && /^\s*-?\d+(\.\d+)?([eE][+-]?\d+)?\s*$/.test(value)) {
    return Number(value);
  }
  throw new Failure(`expected a number, not ${describeKind(value)}`, at);
}

export function toWhole(value: Value, at: number): number {
  const number = toNumber(value, at);
  if (!Number.isSafeInteger(number)) throw new Failure('expected a whole number', at);
  return number;
}

export function toTruth(value: Value, at: number): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new Failure(`expected true or false, not ${describeKind(value)}`, at);
}

/** Undefined for what is unknown. */
export const truthOf = (value: Value, at: number): boolean | undefined =>
  value instanceof Unknown ? undefined : toTruth(value, at);
