/** What a feed has to say: an entry for each day on which the requirements differ from those of the day before. */

/** The requirements from a day on, one line each; their order has no meaning. */
export interface State {
  readonly date: string;
  readonly lines: readonly string[];
}

export interface FeedEntry {
  readonly date: string;
  /** Requirements that are new on that day: what to add. */
  readonly added: readonly string[];
  /** Requirements that no longer hold: what may go. */
  readonly removed: readonly string[];
}

/** The entries, oldest first. The first state is where the feed begins; it is no entry. */
export function entriesOf(states: readonly State[]): readonly FeedEntry[] {
  return states.slice(1).flatMap(({ date, lines }, index) => {
    const before = states[index]?.lines ?? [];
    const added = lines.filter((line) => !before.includes(line));
    const removed = before.filter((line) => !lines.includes(line));
    return added.length + removed.length > 0 ? [{ date, added, removed }] : [];
  });
}
