/** Writes rows as CSV (RFC 4180). Every CSV file of the API and the site is written by this. */

/** Spreadsheets run text that begins with one of these as a formula. */
const formulaStart = /^[=+\-@\t\r\n]/;

/** One field, quoted where it has to be. An apostrophe before text that looks like a formula keeps it text. */
export function csvCell(value: string | number): string {
  const text = typeof value === 'string' && formulaStart.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Each row as a line that ends in CRLF. */
export function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
