/** Entries for weekly service-tag files: one for each file that changes addresses of tags that a feed is about. */

import { catalog } from '../../../data/index.ts';
import type { ServiceTagFileChange } from '../../../data/model.ts';
import type { FeedEntry } from './entries.ts';

const lineOf = (name: string) => (prefix: string) => `${prefix} (${name})`;

/** The entries for the tags of these names, such as Storage or Storage.WestEurope, oldest first. */
export function fileEntries(
  names: readonly string[],
  isWanted: (change: ServiceTagFileChange) => boolean,
  changes: readonly ServiceTagFileChange[] = catalog.serviceTagFileChanges,
): readonly FeedEntry[] {
  return changes
    .filter(isWanted)
    .flatMap(({ cloud, date, changeNumber, tags }): readonly FeedEntry[] => {
      const concerned = tags.filter(({ name }) => names.includes(name));
      if (concerned.length === 0) return [];
      return [
        {
          // Of a cloud, two files may have one day.
          id: `service-tags-${cloud.toLowerCase().replace('_', '-')}-${date}-${changeNumber}`,
          date,
          by: 'SERVICE_TAG_FILE',
          added: concerned.flatMap(({ name, added }) => added.map(lineOf(name))),
          removed: concerned.flatMap(({ name, removed }) => removed.map(lineOf(name))),
          nowOptional: [],
        },
      ];
    });
}

/** Entries of both kinds in the order of their days. */
export const inOrder = (entries: readonly FeedEntry[]): readonly FeedEntry[] =>
  entries.toSorted((a, b) => a.date.localeCompare(b.date));
