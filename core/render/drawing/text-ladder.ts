/** The priority ladder of a security group as plain text, for places that show no drawings. */

import { importance, type Ladder, type LadderRule, ladderAccess } from './rule-ladder.ts';
import { oneLine } from './svg.ts';

const mostRules = 40;
const mostColumns = 12;
const mostName = 60;
const cut = (text: string) => (text.length > mostName ? `${text.slice(0, mostName - 1)}…` : text);

function columnsText(names: readonly string[], indexes: readonly number[]): string {
  const texts = indexes.slice(0, mostColumns).flatMap((index) => names[index] ?? []);
  const more = indexes.length - texts.length;
  return texts.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function deedOf({ takes, matches, hiddenBy }: LadderRule, columns: readonly string[]): string {
  if (takes.length > 0) return `decides ${columnsText(columns, takes)}`;
  if (hiddenBy.length > 0) return `hidden by ${hiddenBy.slice(0, 2).map(cut).join(', ')}`;
  return matches.length > 0 ? 'decides none that are left' : 'no documented traffic';
}

/**
 * A line for each rule: priority, name, access, and the documented flows that it decides. Of many rules it has the most
 * important ones.
 */
export function textLadder({ title, columns, rules }: Ladder): string {
  const shown = new Set(
    rules.toSorted((a, b) => importance(a) - importance(b)).slice(0, mostRules),
  );
  const drawn = rules.filter((rule) => shown.has(rule));
  const rows = drawn.map((rule) => [
    rule.priority,
    cut(rule.name),
    ladderAccess[rule.access],
    deedOf(rule, columns),
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map(([priority = '', ...cells]) =>
    `${priority.padStart(widths[0] ?? 0)}  ${cells
      .map((cell, index) => (index < 2 ? cell.padEnd(widths[index + 1] ?? 0) : cell))
      .join('  ')}`.trimEnd(),
  );
  const omitted = rules.length - drawn.length;
  return [
    title,
    ...lines,
    ...(omitted > 0 ? [`${omitted} more ${omitted === 1 ? 'rule' : 'rules'}`] : []),
  ]
    .map(oneLine)
    .join('\n');
}
