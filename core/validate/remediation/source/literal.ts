/** Literals in the text of a source file: read where they are, and written as the language spells them. */

import { quoted as bicepText } from '../../../render/bicep.ts';
import { quoted as terraformText } from '../../../render/terraform.ts';

export type Notation = 'bicep' | 'hcl' | 'json';

/** How a file is written, by its name. */
export function notationOf(path: string): Notation {
  if (/\.bicep(param)?$/.test(path)) return 'bicep';
  return /\.json$/.test(path) ? 'json' : 'hcl';
}

export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly value: string | number | readonly string[];
}

const doubleQuoted = /"((?:[^"\\$%\r\n]|\\[^u\r\n]|[$%](?!\{))*)"/y;
const texts: Readonly<Record<Notation, RegExp>> = {
  bicep: /'((?:[^'\\$\r\n]|\\[^u\r\n]|\$(?!\{))*)'/y,
  hcl: doubleQuoted,
  json: doubleQuoted,
};
const number = /-?\d+(?![\w.])/y;
const space = /[\s,]*/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The text, number, or list of texts that begins at the offset; undefined for anything else. */
export function literalAt(text: string, start: number, notation: Notation): Literal | undefined {
  const match = matchAt(texts[notation], text, start);
  if (match) {
    const value = (match[1] ?? '').replace(/\\(.)/g, '$1');
    return { start, end: start + match[0].length, value };
  }
  const digits = matchAt(number, text, start)?.[0];
  if (digits) return { start, end: start + digits.length, value: Number(digits) };
  if (text[start] !== '[') return undefined;
  const value: string[] = [];
  let at = start + 1;
  for (;;) {
    at += matchAt(space, text, at)?.[0].length ?? 0;
    if (text[at] === ']') return { start, end: at + 1, value };
    const item = literalAt(text, at, notation);
    if (!item || typeof item.value === 'object') return undefined;
    value.push(String(item.value));
    at = item.end;
  }
}

const write: Readonly<Record<Notation, (text: string) => string>> = {
  bicep: bicepText,
  hcl: terraformText,
  json: JSON.stringify,
};

/** The value as the notation spells it. */
export function literalText(
  value: string | number | readonly string[],
  notation: Notation,
): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return write[notation](value);
  return `[${value.map(write[notation]).join(', ')}]`;
}
