/** What a feed has to say: an entry for each day on which the requirements differ from those of the day before. */

/** The requirements from a day on, one line each; their order has no meaning. */
export interface State {
  readonly date: string;
  readonly lines: readonly string[];
  /** What only a feature in use needs. */
  readonly optional: readonly string[];
}

export interface FeedEntry {
  /** Unique within the feed. */
  readonly id: string;
  readonly date: string;
  /** What changed: the documents, or addresses in the weekly service-tag file. */
  readonly by: 'DOCUMENTS' | 'SERVICE_TAG_FILE';
  /** Requirements that are new on that day: what to add. */
  readonly added: readonly string[];
  /** Requirements that no longer hold: what may go. */
  readonly removed: readonly string[];
  /** Requirements that from now on only a feature in use needs. */
  readonly nowOptional: readonly string[];
}

/** The end of a line about a rule that is recommended; the others are required. */
export const recommended = ', recommended';

export const isRecommended = (line: string): boolean => line.endsWith(recommended);

/** The line without how much it counts. */
export const ruleOf = (line: string): string =>
  isRecommended(line) ? line.slice(0, -recommended.length) : line;

/** The entries, oldest first. The first state is where the feed begins; it is no entry. */
export function entriesOf(states: readonly State[]): readonly FeedEntry[] {
  return states.slice(1).flatMap(({ date, lines, optional }, index): readonly FeedEntry[] => {
    const before = states[index]?.lines ?? [];
    const added = lines.filter((line) => !before.includes(line));
    const gone = before.filter((line) => !lines.includes(line));
    if (added.length + gone.length === 0) return [];
    const optionalRules = new Set(optional.map(ruleOf));
    const isOptional = (line: string) => optionalRules.has(ruleOf(line));
    const removed = gone.filter((line) => !isOptional(line));
    const nowOptional = gone.filter(isOptional);
    return [{ id: date, date, by: 'DOCUMENTS', added, removed, nowOptional }];
  });
}
