/** What pages do with lists of facts: the order they stand in, and the day they were checked. */

/** Those that hold today, then those that no document states any more. */
export function currentFirst<T extends { readonly until?: string | null }>(
  facts: readonly T[],
): readonly T[] {
  return [...facts.filter(({ until }) => !until), ...facts.filter(({ until }) => until)];
}

/** The day on which the least recently checked fact of an answer was compared with its source. */
export function checkedOn(answer: unknown): string | undefined {
  const days = JSON.stringify(answer).matchAll(/"verifiedOn":"([\d-]+)"/g);
  return [...days].map(([, day]) => day ?? '').sort()[0];
}

/** Entries of a page's table of contents, one for each fact. */
export function headingsOf(facts: readonly { readonly id: string; readonly title: string }[]) {
  return facts.map(({ id, title }) => ({ depth: 2, slug: id, text: title }));
}
