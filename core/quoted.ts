/** Quotes a text of the input for a message, cut after 80 characters. */
export function quoted(text: string): string {
  const limit = 80;
  return text.length > limit ? `"${text.slice(0, limit)}…"` : `"${text}"`;
}
