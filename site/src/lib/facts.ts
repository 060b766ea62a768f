/** Helpers for pages with facts: their order, the day they were checked, the table of contents. */

/** Current facts first, then those that no document states any more. */
export function currentFirst<T extends { readonly until?: string | null }>(
  facts: readonly T[],
): readonly T[] {
  return [...facts.filter(({ until }) => !until), ...facts.filter(({ until }) => until)];
}

/** The days on which the facts of a result were checked, oldest first. */
export function daysOfChecks(result: unknown): readonly string[] {
  const days = JSON.stringify(result).matchAll(/"verifiedOn":"([\d-]+)"/g);
  return [...new Set([...days].map(([, day]) => day ?? ''))].sort();
}

/** The day of the oldest check among the facts of a result. */
export const checkedOn = (result: unknown): string | undefined => daysOfChecks(result)[0];

/** Entries of a page's table of contents, one for each fact. */
export function headingsOf(facts: readonly { readonly id: string; readonly title: string }[]) {
  return facts.map(({ id, title }) => ({ depth: 2, slug: id, text: title }));
}
