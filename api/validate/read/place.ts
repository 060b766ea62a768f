/** The way from what was read out of a document back to the place in it. */

import { get, nameIn, type Path } from './unresolved.ts';

/** The place in the document that a path means: where an expression, a copy loop or a field's other name stands. */
export function placeOf(document: unknown, path: Path): Path {
  const place: (string | number)[] = ['document'];
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
      place.push(name);
      value = get(value, name);
      continue;
    }
    const loops = get(value, 'copy');
    const loop = Array.isArray(loops) ? loops.findIndex((one) => get(one, 'name') === key) : -1;
    if (loop < 0) break;
    place.push('copy', loop, 'input');
    value = get(get(loops, loop), 'input');
    isInCopy = true;
  }
  return place;
}

/** The key in the document's own spelling, Azure's or that of Terraform. */
function spelled(value: object, key: string | number): string | number | undefined {
  if (Array.isArray(value)) return get(value, key) === undefined ? undefined : key;
  return nameIn(value, String(key)) ?? nameIn(value, String(snakeCase(key)));
}

const snakeCase = (key: string | number) =>
  typeof key === 'number' ? key : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
