/** JSON files that Bicep loads, whole or the part that a path leads to. */

import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Expression } from '../arm/expressions.ts';
import { call, literal } from './expression.ts';

const maxDepth = 100;

/** The value; undefined where the text is not JSON, or the path is more than keys and indexes. */
export function loadedJson(
  text: string,
  query: string | undefined,
): { readonly value: unknown } | undefined {
  const whole = parsed(text);
  if (!whole || query === undefined) return whole;
  let { value } = whole;
  const keys = keysOf(query);
  if (!keys) return undefined;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return { value };
}

/** Keys and indexes of a path such as $.rules[0]; undefined where it is more than that. */
function keysOf(query: string): (string | number)[] | undefined {
  const rest = query.replace(/^\$/, '');
  const steps = [...rest.matchAll(/\.?([A-Za-z_][\w-]*)|\[(\d+)\]|\['([^']*)'\]/gy)];
  if (steps.map(([step]) => step).join('') !== rest) return undefined;
  return steps.map(([, name, index, quoted]) => name ?? quoted ?? Number(index));
}

/** Above this many characters all values of a file have the source range of the whole file. */
const maxLocated = 200_000;

/**
 * The value at the keys as an expression in which each part has its range in the file. Undefined where a text is open,
 * and where there is no such value.
 */
export function locatedJson(
  { path, text }: { readonly path: string; readonly text: string },
  query: string | readonly string[],
  textOf: (text: string) => string | undefined = (one) => one,
): Expression | undefined {
  const keys = typeof query === 'string' ? keysOf(query) : [...query];
  const errors: ParseError[] = [];
  if (!keys || text.length > maxLocated || !parsed(text)) return undefined;
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const root = parseTree(text.slice(start), errors);
  const node = root && findNodeAtLocation(root, keys);
  if (!node || errors.length > 0) return undefined;
  const at = ({ offset, length }: Node) => ({
    source: path,
    range: { file: path, start: start + offset, end: start + offset + length },
  });
  const lower = (one: Node): Expression | undefined => {
    const parts = (one.children ?? []).map(lower);
    if (parts.includes(undefined)) return undefined;
    const known = parts as Expression[];
    switch (one.type) {
      case 'object':
        return call(
          'createobject',
          known.flatMap((part) => ('args' in part ? part.args : [])),
          at(one),
        );
      case 'array':
        return call('createarray', known, at(one));
      case 'property':
        return call('createobject', known, at(one));
      case 'string': {
        const value = textOf(String(one.value));
        return value === undefined ? undefined : literal(value, at(one));
      }
      default:
        return literal(one.value, at(one));
    }
  };
  return lower(node);
}

function parsed(text: string): { readonly value: unknown } | undefined {
  let depth = 0;
  for (const letter of text) {
    if (letter === '[' || letter === '{') depth += 1;
    if (letter === ']' || letter === '}') depth -= 1;
    if (depth > maxDepth) return undefined;
  }
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch {
    return undefined;
  }
}
