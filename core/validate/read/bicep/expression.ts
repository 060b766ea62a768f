/** Expressions of templates that Bicep's are lowered to, each with its text and source range. */

import type { Expression } from '../arm/expressions.ts';
import type { Syntax } from './ast.ts';
import type { BicepFile } from './program.ts';

const maxSource = 80;

/** What an expression says of where it is written. */
export type Written = Pick<Expression, 'source' | 'range'>;

export function writtenAt(
  { path, text }: Pick<BicepFile, 'path' | 'text'>,
  { start, end }: Pick<Syntax, 'start' | 'end'>,
): Written {
  const part = text.slice(start, Math.min(end, start + maxSource)).replace(/\s+/g, ' ');
  const source = end > start + maxSource ? `${part}…` : part;
  return {
    // Two brackets at the beginning would mean a text, not an expression.
    source: source.startsWith('[') ? `(${source})` : source,
    range: { file: path, start, end },
  };
}

export const literal = (value: unknown, at: Written): Expression => ({
  ...at,
  kind: 'literal',
  value,
});

/** A call of a template function; its name in lower case. */
export const call = (name: string, args: readonly Expression[], at: Written): Expression => ({
  ...at,
  kind: 'call',
  name,
  args,
});

export const member = (
  of: Expression,
  key: string | Expression,
  at: Written,
  isSafe = false,
): Expression => ({
  ...at,
  kind: 'member',
  of,
  key: typeof key === 'string' ? literal(key, at) : key,
  isSafe,
});

/** Text with values between its parts; a part that is a string is text as it is. */
export function format(parts: readonly (string | Expression)[], at: Written): Expression {
  const values = parts.filter((part) => typeof part !== 'string');
  let index = 0;
  const pattern = parts
    .map((part) => (typeof part === 'string' ? part.replace(/[{}]/g, '$&$&') : `{${index++}}`))
    .join('');
  return call('format', [literal(pattern, at), ...values], at);
}
