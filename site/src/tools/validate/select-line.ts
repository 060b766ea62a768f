/** Selects a line in a box of text and brings it into the box's view. */

/** Lines above the one that is shown. */
const lead = 4;

export const lineHeightOf = (box: HTMLTextAreaElement): number =>
  Number.parseFloat(getComputedStyle(box).lineHeight) || 20;

/** Without its indentation; the focus goes to the box. The line is 1-based. */
export function selectLine(box: HTMLTextAreaElement, line: number): void {
  const lines = box.value.split('\n');
  const text = lines[line - 1] ?? '';
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  box.focus({ preventScroll: true });
  box.setSelectionRange(start + text.length - text.trimStart().length, start + text.length);
  revealLine(box, line);
}

/** The focus and the page stay where they are. */
export function revealLine(box: HTMLTextAreaElement, line: number): void {
  box.scrollTop = Math.max(0, (line - 1 - lead) * lineHeightOf(box));
  box.scrollLeft = 0;
}
