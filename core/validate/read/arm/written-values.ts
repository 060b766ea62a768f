/** What is written in a template: texts, lists and objects, with the copy loops in these. */

import { get, isObject } from '../unresolved.ts';
import type { Copies } from './copies.ts';
import type { Expression } from './expressions.ts';
import type { OpenValues } from './open-values.ts';
import { Tree } from './tree.ts';
import type { World } from './world.ts';

/** What it is read in. */
interface Reader {
  readonly world: Pick<World<never>, 'parse'>;
  readonly open: OpenValues;
  resolve(value: unknown, copies: Copies): unknown;
  evaluate(expression: Expression, copies: Copies): unknown;
  turns(loop: unknown, name: string, copies: Copies): Copies[] | undefined;
}

export function valueOfWritten(value: unknown, copies: Copies, reader: Reader): unknown {
  if (typeof value === 'string') return valueOfText(value, copies, reader);
  if (Array.isArray(value)) return value.map((item) => reader.resolve(item, copies));
  if (value instanceof Tree) return reader.evaluate(value.expression, copies);
  if (!isObject(value)) return value;
  const loops = get(value, 'copy');
  const entries: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    if (key.toLowerCase() === 'copy' && Array.isArray(loops)) continue;
    const name = key.startsWith('[') ? valueOfText(key, copies, reader) : key;
    if (typeof name !== 'string')
      return reader.open.unique('key', `[an object with the key ${key}]`);
    entries.push([name, reader.resolve(item, copies)]);
  }
  for (const loop of Array.isArray(loops) ? loops : []) {
    const name = get(loop, 'name');
    if (typeof name === 'string') entries.push([name, repeated(loop, name, copies, reader)]);
  }
  return Object.fromEntries(entries);
}

/** The values that a copy loop makes. */
export function repeated(loop: unknown, name: string, copies: Copies, reader: Reader): unknown {
  const turns = reader.turns(loop, name, copies);
  if (!turns) return reader.open.unique(`copy ${name}`, `[copy of ${name}]`);
  return turns.map((turn) => reader.resolve(get(loop, 'input'), turn));
}

function valueOfText(text: string, copies: Copies, reader: Reader): unknown {
  if (text.startsWith('[[')) return text.slice(1);
  if (!text.startsWith('[') || !text.endsWith(']')) return text;
  const expression = reader.world.parse(text);
  return expression ? reader.evaluate(expression, copies) : reader.open.unique(text, text);
}
