/** JSON that is a text within a document. */

const maxDepth = 100;

/** Its value; undefined for what is not JSON, or nested more deeply than any body of a resource. */
export function parseJson(text: string): unknown {
  let depth = 0;
  for (const letter of text) {
    if (letter === '[' || letter === '{') depth += 1;
    if (letter === ']' || letter === '}') depth -= 1;
    if (depth > maxDepth) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
