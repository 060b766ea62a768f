/** What is deployed of a set of files or folders that contain each other. */

/** Those that no other one contains; of a circle that nothing leads into, the first one. */
export function rootsOf(
  all: readonly string[],
  contentsOf: (one: string) => readonly string[],
): readonly string[] {
  const contained = new Set(all.flatMap((one) => contentsOf(one).filter((inner) => inner !== one)));
  const roots = all.filter((one) => !contained.has(one));
  const reached = new Set<string>();
  for (const root of roots) reach(root, contentsOf, reached);
  for (const one of all) {
    if (reached.has(one)) continue;
    roots.push(one);
    reach(one, contentsOf, reached);
  }
  return roots;
}

/** Adds what one contains, itself among it. */
export function reach(
  start: string,
  contentsOf: (one: string) => readonly string[],
  reached: Set<string>,
): void {
  const pending = [start];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    pending.push(...contentsOf(next));
  }
}
