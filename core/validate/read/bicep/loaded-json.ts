/** JSON files that Bicep loads, whole or the part that a path leads to. */

const maxDepth = 100;

/** The value; undefined where the text is no JSON, or the path is more than keys and indexes. */
export function loadedJson(
  text: string,
  query: string | undefined,
): { readonly value: unknown } | undefined {
  const whole = parsed(text);
  if (!whole || query === undefined) return whole;
  let { value } = whole;
  const rest = query.replace(/^\$/, '');
  const steps = [...rest.matchAll(/\.?([A-Za-z_][\w-]*)|\[(\d+)\]|\['([^']*)'\]/gy)];
  if (steps.map(([step]) => step).join('') !== rest) return undefined;
  for (const [, name, index, quoted] of steps) {
    const key = name ?? quoted ?? Number(index);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return { value };
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
