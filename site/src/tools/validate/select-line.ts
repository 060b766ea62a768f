/** Selects a line in a box of text and brings it into the box's view. */

/** Lines above the one that is shown. */
const lead = 4;

export const lineHeightOf = (box: HTMLTextAreaElement): number =>
  Number.parseFloat(getComputedStyle(box).lineHeight) || 20;

/** Up to the last line, without the indentation of the first; the focus goes to the box. Lines are 1-based. */
export function selectLine(box: HTMLTextAreaElement, line: number, last = line): void {
  const lines = box.value.split('\n');
  const [text = '', ...more] = lines.slice(line - 1, last);
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  box.focus({ preventScroll: true });
  box.setSelectionRange(
    start + text.length - text.trimStart().length,
    start + [text, ...more].join('\n').length,
  );
  revealLine(box, line);
}

/** The focus and the page stay where they are. */
export function revealLine(box: HTMLTextAreaElement, line: number): void {
  box.scrollTop = Math.max(0, (line - 1 - lead) * lineHeightOf(box));
  box.scrollLeft = 0;
}
