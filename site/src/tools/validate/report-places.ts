/** Leads to places of the report: a finding, and a flow with the rules that decide it. */

function unfold(place: Element): void {
  const folded = place.closest('details');
  if (folded) folded.open = true;
}

/** Marks one finding and scrolls to it; an index that no finding has takes the mark away. */
export function selectFinding(report: Element, index: number): void {
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
