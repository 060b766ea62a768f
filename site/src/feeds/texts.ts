/** The words of an entry, the same in feed and calendar. */

import { type FeedEntry, isRecommended, ruleOf } from './entries.ts';
import type { Facet } from './facets.ts';

/** What to do: rules that are new, those that stay and only count more or less, those that may go. */
function stepsOf({ added, removed }: FeedEntry) {
  const before = new Set(removed.map(ruleOf));
  const after = new Set(added.map(ruleOf));
  return {
    add: added.filter((line) => !before.has(ruleOf(line))),
    recount: added.filter((line) => before.has(ruleOf(line))),
    go: removed.filter((line) => !after.has(ruleOf(line))),
  };
}

/** West Europe: 2 to add, 1 now required, 1 may go */
export function titleOf({ title }: Pick<Facet, 'title'>, entry: FeedEntry): string {
  const { add, recount, go } = stepsOf(entry);
  const nowRequired = recount.filter((line) => !isRecommended(line)).length;
  const parts = [
    [add.length, 'to add'],
    [nowRequired, 'now required'],
    [recount.length - nowRequired, 'now recommended'],
    [entry.nowOptional.length, 'now optional'],
    [go.length, 'may go'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${title}: ${shown.join(', ')}`;
}

/** One line for each requirement that came, went or counts otherwise. */
export function textOf(entry: FeedEntry): string {
  const { add, recount, go } = stepsOf(entry);
  const nowOf = (line: string) =>
    `Now ${isRecommended(line) ? 'only recommended' : 'required'}: ${ruleOf(line)}`;
  return [
    `The documents of ${entry.date} changed what to allow.`,
    ...add.map((line) => `Add: ${line}`),
    ...recount.map(nowOf),
    ...entry.nowOptional.map((line) => `Only if you use its feature: ${ruleOf(line)}`),
    ...go.map((line) => `May go: ${ruleOf(line)}`),
  ].join('\n');
}
