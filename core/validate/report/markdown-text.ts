/** Values from outside as text and code in a Markdown table. */

import { printable } from './printable.ts';

/** Text that Markdown and HTML leave as it is, on one line of a table. */
export function plain(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]|~#@!]/g, '\\$&')
    .replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** Code in a cell; a longer fence holds backticks, and a bar is written as GitHub wants it within tables. */
export function code(text: string): string {
  const safe = printable(text).replaceAll('|', '\\|');
  const runs = safe.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  return runs.length > 0 ? `${fence} ${safe} ${fence}` : `${fence}${safe}${fence}`;
}
