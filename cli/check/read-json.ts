/** JSON with comments as templates may have them, and the line and column of a part of it. */

import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { parseJsonText } from '../../core/validate/read/json-text.ts';
import {
  lineStarts,
  positionOf,
  type SourceLocation,
} from '../../core/validate/read/source/location.ts';

export function readJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  const json = parseJsonText(text);
  if (json) return json;
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  const { line, column } = positionOf(lineStarts(text), first?.offset ?? 0);
  return {
    problem: `it is no JSON: ${first === undefined ? 'it is empty' : printParseErrorCode(first.error)} at line ${line}, column ${column}`,
  };
}

/** Finds places by the keys that lead to them; the nearest part around where there is none. */
export function jsonLocator(
  file: string,
  text: string,
): (keys: readonly (string | number)[]) => SourceLocation | undefined {
  const starts = lineStarts(text);
  let tree: Node | undefined;
  return (keys) => {
    tree ??= parseTree(text, [], { allowTrailingComma: true });
    if (tree === undefined) return undefined;
    for (let length = keys.length; length >= 0; length -= 1) {
      const node = findNodeAtLocation(tree, keys.slice(0, length));
      // The name of a property says more than its value, which may be a whole object.
      const start = node?.parent?.type === 'property' ? node.parent : node;
      if (start) return { file, ...positionOf(starts, start.offset) };
    }
    return undefined;
  };
}
