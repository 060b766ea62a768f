/** Memoization: a function that computes each result once. */

interface Cache<K, V> {
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): unknown;
}

const memoizeIn =
  <K, V>(compute: (key: K) => V, cache: Cache<K, V>) =>
  (key: K): V => {
    const cached = cache.get(key);
    if (cached !== undefined || cache.has(key)) return cached as V;
    const value = compute(key);
    cache.set(key, value);
    return value;
  };

/** Results live as long as the function. */
export function memoize<K, V>(compute: (key: K) => V): (key: K) => V {
  return memoizeIn(compute, new Map<K, V>());
}

/** A result lives as long as the object it was computed from. */
export function memoizeByObject<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  return memoizeIn(compute, new WeakMap<K, V>());
}

/**
 * A result lives as long as the object, which must be open to new properties, and copies of the object have none. What is in
 * a WeakMap would outlive it until V8 collects everything: too long for what each validation makes.
 */
export function memoizeOnObject<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const result = Symbol('result');
  return (key: K & { [result]?: V }): V => {
    if (!Object.hasOwn(key, result)) Object.defineProperty(key, result, { value: compute(key) });
    return key[result] as V;
  };
}
