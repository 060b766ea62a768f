/**
 * Remembers keys for a while. What is made for a question is kept when the question comes for the second time: most never do,
 * and whoever sends endless new ones would drive out what others ask for.
 */

/** Tells whether a key came lately, among so many others at least, and remembers it. */
export function recentKeys(others: number): (key: string) => boolean {
  let young = new Set<string>();
  let old = new Set<string>();
  return (key) => {
    if (young.has(key)) return true;
    young.add(key);
    if (young.size >= others) {
      old = young;
      young = new Set();
    }
    return old.has(key);
  };
}
