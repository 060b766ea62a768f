/** Functions of numbers. */

import { Failure } from '../budget.ts';
import { toNumber, toWhole } from '../conversions.ts';
import type { CallFunction } from '../evaluation.ts';
import type { Value } from '../values.ts';
import { type Context, deep, shallow, textAt } from './kit.ts';

const ofNumber = (change: (value: number) => number) =>
  shallow(([value = null], { at }) => change(toNumber(value, at)));

const extreme = (isBetter: (one: number, other: number) => boolean) =>
  deep((values, { at }) => {
    let best: number | undefined;
    for (const value of values) {
      const number = toNumber(value, at);
      if (best === undefined || isBetter(number, best)) best = number;
    }
    if (best === undefined) throw new Failure('expected at least one number', at);
    return best;
  });

function range(values: readonly Value[], { at, evaluator }: Context): Value {
  const numbers = values.map((value) => toNumber(value, at));
  const [start, end] =
    numbers.length === 1 ? [0, numbers[0] ?? 0] : [numbers[0] ?? 0, numbers[1] ?? 0];
  const step = numbers[2] ?? (end < start ? -1 : 1);
  const count = Math.max(0, Math.ceil((end - start) / step));
  if (step === 0 || !Number.isFinite(count)) throw new Failure('the step of a range is 0', at);
  evaluator.budget.items(count, at);
  return Array.from({ length: count }, (_, index) => start + index * step);
}

function parseint(values: readonly Value[], { at }: Context): Value {
  const [text, base] = [textAt(values, 0, at), toWhole(values[1] ?? null, at)];
  const digits = '0123456789abcdefghijklmnopqrstuvwxyz'.slice(0, base);
  const isNumber =
    text.length > 0 &&
    Array.from(text.toLowerCase().replace(/^-/, '')).every((one) => digits.includes(one));
  if (base < 2 || base > 36 || !isNumber)
    throw new Failure(`this is not a number to base ${base}`, at);
  return Number.parseInt(text, base);
}

export const numberFunctions: ReadonlyMap<string, CallFunction> = new Map([
  ['abs', ofNumber(Math.abs)],
  ['ceil', ofNumber(Math.ceil)],
  ['floor', ofNumber(Math.floor)],
  ['signum', ofNumber(Math.sign)],
  ['max', extreme((one, other) => one > other)],
  ['min', extreme((one, other) => one < other)],
  [
    'pow',
    shallow(
      ([base = null, exponent = null], { at }) => toNumber(base, at) ** toNumber(exponent, at),
    ),
  ],
  [
    'log',
    shallow(
      ([value = null, base = null], { at }) =>
        Math.log(toNumber(value, at)) / Math.log(toNumber(base, at)),
    ),
  ],
  ['range', deep(range)],
  ['parseint', shallow(parseint)],
  ['tonumber', shallow(([value = null], { at }) => (value === null ? null : toNumber(value, at)))],
]);
