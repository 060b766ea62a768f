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
  value instanceof Unresolved && !/^(?:\[[^\]]*\])*$/.test(value.key);

export interface Measure {
  /** Values in it, itself among them; parts that it has twice are counted twice. */
  readonly items: number;
  /** Characters of its texts and keys. */
  readonly characters: number;
  readonly depth: number;
  /** True where no part of it is open. */
  readonly isComplete: boolean;
}

const one: Measure = { items: 1, characters: 0, depth: 0, isComplete: true };
const measures = new WeakMap<object, Measure>();

export function measure(value: unknown): Measure {
  if (typeof value === 'string') return { ...one, characters: value.length };
  if (typeof value !== 'object' || value === null) return one;
  if (value instanceof Unresolved) {
    return { items: 1, characters: value.key.length, depth: 0, isComplete: false };
  }
  const known = measures.get(value);
  if (known) return known;
  let [items, characters, depth, complete] = [1, 0, 1, true];
  for (const part of Object.values(value)) {
    const measured = measure(part);
    items += measured.items;
    characters += measured.characters;
    depth = Math.max(depth, 1 + measured.depth);
    complete &&= measured.isComplete;
  }
  if (!Array.isArray(value)) for (const key in value) characters += key.length;
  const whole = { items, characters, depth, isComplete: complete };
  measures.set(value, whole);
  return whole;
}

export const isComplete = (value: unknown): boolean => measure(value).isComplete;

/** All values that may be meant where it is open which of them is; undefined where one of them may be anything. */
export function possibleOf(values: readonly unknown[]): readonly unknown[] | undefined {
  const all = values.map((value) => (value instanceof Unresolved ? value.allowed : [value]));
  return all.every((one) => one !== undefined && isComplete(one)) ? all.flat() : undefined;
}
