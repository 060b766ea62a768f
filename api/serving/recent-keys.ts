/**
 * Remembers keys for a while. An answer is kept when its question comes for the second time: most questions never do,
 * and whoever sends endless new ones would drive out what others ask for.
 */

const keysInGeneration = 10_000;

/** Tells whether a key came lately, and remembers it. */
export function recentKeys(): (key: string) => boolean {
  let young = new Set<string>();
  let old = new Set<string>();
  return (key) => {
    if (young.has(key)) return true;
    young.add(key);
    if (young.size >= keysInGeneration) {
      old = young;
      young = new Set();
    }
    return old.has(key);
  };
}
