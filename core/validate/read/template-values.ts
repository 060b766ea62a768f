/** Values of a template, open ones among them: their members, their keys, how much they are. */

import { get, Unresolved } from './unresolved.ts';

export function memberOf(of: unknown, key: unknown): unknown {
  if (Array.isArray(of)) return typeof key === 'number' ? of[key] : undefined;
  return typeof key === 'string' ? get(of, key) : undefined;
}

export const keysOf = (values: readonly unknown[]) =>
  values.map((value) => (value instanceof Unresolved ? value.key : JSON.stringify(value)));

/** An open value that is a text for certain, and not an empty one: a resource id, a name with a known prefix. */
export const hasText = (value: unknown): value is Unresolved =>
  value instanceof Unresolved && value.key.replace(/\[[^\]]*\]/g, '') !== '';

interface Measure {
  readonly size: number;
  readonly depth: number;
}

const measures = new WeakMap<object, Measure>();

/** The number of values in a value, parts that it has twice counted twice, and how deep they lie. */
export function measure(value: unknown): Measure {
  if (typeof value === 'string') return { size: 1 + value.length / 64, depth: 0 };
  if (typeof value !== 'object' || value === null || value instanceof Unresolved) {
    return { size: 1, depth: 0 };
  }
  const known = measures.get(value);
  if (known) return known;
  const parts = Object.values(value).map(measure);
  const whole = {
    size: parts.reduce((total, { size }) => total + size, 1),
    depth: 1 + parts.reduce((deepest, { depth }) => Math.max(deepest, depth), 0),
  };
  measures.set(value, whole);
  return whole;
}

export const isComplete = (value: unknown): boolean =>
  !(value instanceof Unresolved) &&
  (typeof value !== 'object' || value === null || Object.values(value).every(isComplete));
