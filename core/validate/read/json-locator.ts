/** Line and column of a part of a JSON text, which may have comments. */

import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { lineStarts, positionOf, type SourceLocation } from './source/location.ts';

/** Longer texts take the parser too long for what it helps, in UTF-16 code units. */
const maxLength = 2_000_000;

/** Finds parts by the keys that lead to them, or else the nearest part around; parses the text on first use. */
export function jsonLocator(
  file: string,
  text: string,
): (keys: readonly (string | number)[]) => SourceLocation | undefined {
  let tree: { readonly root: Node | undefined } | undefined;
  const starts = lineStarts(text);
  return (keys) => {
    tree ??= { root: text.length > maxLength ? undefined : treeOf(text) };
    const { root } = tree;
    if (root === undefined) return undefined;
    for (let length = keys.length; length >= 0; length -= 1) {
      const node = findNodeAtLocation(root, keys.slice(0, length));
      // The name of a property says more than its value, which may be a whole object.
      const start = node?.parent?.type === 'property' ? node.parent : node;
      if (start) return { file, ...positionOf(starts, start.offset) };
    }
    return undefined;
  };
}

/** Undefined for a text that nests too deep. */
function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text, [], { allowTrailingComma: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
