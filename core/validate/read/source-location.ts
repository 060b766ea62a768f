/** Where a path that was read lies in the document as it is written: copy loops, and other spellings of a field. */

import { keysOf, pointer } from '../../json-pointer.ts';
import { get, nameIn, type Path } from './unresolved.ts';

/** The source location that a path means: that of an expression, a copy loop or a field under its other name. */
export function sourceLocationOf(document: unknown, path: Path): Path {
  const location: (string | number)[] = ['document'];
  let value = document;
  let isInCopy = false;
  for (const key of path.slice(1)) {
    if (typeof key === 'string' && key.startsWith('copyIndex=')) continue;
    if (isInCopy && typeof key === 'number') {
      isInCopy = false;
      continue;
    }
    const name = typeof value === 'object' && value !== null ? spelled(value, key) : undefined;
    if (name !== undefined) {
      location.push(name);
      value = get(value, name);
      continue;
    }
    const loops = get(value, 'copy');
    const loop = Array.isArray(loops) ? loops.findIndex((one) => get(one, 'name') === key) : -1;
    if (loop < 0) break;
    location.push('copy', loop, 'input');
    value = get(get(loops, loop), 'input');
    isInCopy = true;
  }
  return location;
}

/** The same for JSON pointers, of which the part from `start` on is that of the document. */
export function pointerInDocument(document: unknown, path: string, start: number): string {
  return hasKeys(document, path, start)
    ? path
    : path.slice(0, start) + pointer(...sourceLocationOf(document, keysOf(path.slice(start))));
}

/** Whether the document has just these keys, as it nearly always does; there is no need to take them apart then. */
function hasKeys(document: unknown, path: string, start: number): boolean {
  if (path.includes('~', start) || path.includes('copyIndex=', start)) return false;
  let value = document;
  let end = path.indexOf('/', start + 1);
  while (end >= 0) {
    const first = end + 1;
    end = path.indexOf('/', first);
    const key = end < 0 ? path.slice(first) : path.slice(first, end);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
}

/** The key in the document's own spelling, Azure's or that of Terraform. */
function spelled(value: object, key: string | number): string | number | undefined {
  if (Array.isArray(value)) return get(value, key) === undefined ? undefined : key;
  return nameIn(value, String(key)) ?? nameIn(value, String(snakeCase(key)));
}

const snakeCase = (key: string | number) =>
  typeof key === 'number' ? key : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
