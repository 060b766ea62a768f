/** Where in the text of a JSON document the parts are that a report is about. */

import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { keysOf } from '../../../../core/json-pointer.ts';
import type { SourceFile } from '../../../../core/validate/read/source/files.ts';
import {
  lineStarts,
  positionOf,
  type SourceLocation,
} from '../../../../core/validate/read/source/location.ts';
import { pointerInText } from './pointer-in-text.ts';

/** Longer texts take the parser too long for what it helps, in UTF-16 code units. */
const maxLength = 2_000_000;

/** From a JSON pointer into the input to the place of the part, or of the nearest part around it. */
export function placesIn({
  path: file,
  text,
}: SourceFile): (pointer: string) => SourceLocation | undefined {
  const tree = text.length > maxLength ? undefined : treeOf(text);
  const starts = lineStarts(text);
  return (pointer) => {
    if (!tree || !pointer.includes('/document')) return undefined;
    const keys = keysOf(pointerInText(pointer));
    for (let count = keys.length; count > 0; count -= 1) {
      const node = findNodeAtLocation(tree, keys.slice(0, count));
      if (node) return { file, ...positionOf(starts, node.offset) };
    }
    return undefined;
  };
}

/** Undefined for a text that nests too deep. */
function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
