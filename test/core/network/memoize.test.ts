/** Memoization: each result is computed once, and is that of its own object. */

import { expect, it, vi } from 'vitest';
import { memoizeOnObject } from '../../../core/network/memoize.ts';

it('computes once for an object, and anew for its copy', () => {
  const compute = vi.fn(({ name }: { readonly name: string | undefined }) => name);
  const nameOf = memoizeOnObject(compute);
  const key = { name: 'a' };
  const nameless = { name: undefined };
  expect([nameOf(key), nameOf(key), nameOf({ ...key, name: 'b' })]).toEqual(['a', 'a', 'b']);
  expect([nameOf(nameless), nameOf(nameless)]).toEqual([undefined, undefined]);
  expect(compute).toHaveBeenCalledTimes(3);
  expect(Reflect.ownKeys(Object.assign({}, key))).toEqual(['name']);
});
