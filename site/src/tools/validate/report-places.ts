/** Leads to places of the report: a finding, and a flow with the rules that decide it. */

import { blockAt, ruleAround } from './text-block.ts';

function unfold(place: Element): void {
  const folded = place.closest('details');
  if (folded) folded.open = true;
}

/** The last line of the block that a line opens. */
export const lastIn = (text: string, line: number): number => blockAt(text, line).last;

/** Marks the finding at the line, or else in its rule, and scrolls to it; where there is none, takes the mark away. */
export function selectFinding(
  report: Element,
  /** Of each finding; 0 without one. */
  lines: readonly number[],
  { line, text }: { readonly line: number; readonly text: string },
): void {
  const rule = ruleAround(text, line);
  const own = lines.indexOf(line);
  const index = own >= 0 ? own : lines.findIndex((one) => one >= rule.first && one <= rule.last);
  const findings = [...report.querySelectorAll<HTMLElement>('[data-finding]')];
  const selected = findings.find(({ dataset }) => dataset.finding === String(index));
  for (const finding of findings) finding.toggleAttribute('data-selected', finding === selected);
  if (!selected) return;
  unfold(selected);
  selected.scrollIntoView({ block: 'nearest' });
}

/** Opens the rules that decide a flow, in its row, and moves the focus there. */
export function openTrace(row: HTMLElement): void {
  unfold(row);
  const button = row.querySelector<HTMLButtonElement>('[data-trace]');
  if (button?.getAttribute('aria-expanded') === 'false') button.click();
  row.scrollIntoView({ block: 'center' });
  (button ?? row.querySelector<HTMLElement>('a'))?.focus({ preventScroll: true });
}
