/** The words of an entry, the same in feed and calendar. */

import { type FeedEntry, isRecommended, ruleOf } from './entries.ts';

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

/** A weekly file may change hundreds of prefixes. */
const mostLines = 200;

const cut = (lines: readonly string[]): readonly string[] =>
  lines.length <= mostLines
    ? lines
    : [...lines.slice(0, mostLines), `and ${lines.length - mostLines} more`];

/** West Europe: 2 to add, 1 now required, 1 may go */
export function titleOf(title: string, entry: FeedEntry): string {
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
  const what = entry.by === 'DOCUMENTS' ? '' : 'addresses of service tags, ';
  return `${title}: ${what}${shown.join(', ')}`;
}

/** One line for each requirement that came, went or counts otherwise. */
export function textOf(entry: FeedEntry): string {
  const { add, recount, go } = stepsOf(entry);
  const nowOf = (line: string) =>
    `Now ${isRecommended(line) ? 'only recommended' : 'required'}: ${ruleOf(line)}`;
  return [
    entry.by === 'DOCUMENTS'
      ? `The documents of ${entry.date} changed what to allow.`
      : `The weekly service-tag file of ${entry.date} changed addresses. Security rules that name the tag need no change, lists of addresses in firewalls and routes do.`,
    ...cut(add.map((line) => `Add: ${line}`)),
    ...recount.map(nowOf),
    ...entry.nowOptional.map((line) => `Only if you use its feature: ${ruleOf(line)}`),
    ...cut(go.map((line) => `May go: ${ruleOf(line)}`)),
  ].join('\n');
}
