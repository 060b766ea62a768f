/** Texts with their interpolations. */

import type { Syntax } from './ast.ts';
import type { Cursor } from './cursor.ts';

export function parseText(cursor: Cursor): Syntax {
  const first = cursor.advance();
  const { start } = first;
  if (first.kind === 'text') {
    return { kind: 'literal', value: first.value, start, end: cursor.end };
  }
  const parts: (string | Syntax)[] = [first.value];
  for (;;) {
    cursor.skipLines();
    parts.push(cursor.grammar.expression(cursor));
    cursor.skipLines();
    if (!cursor.isKind('textMiddle') && !cursor.isKind('textEnd')) {
      throw cursor.unexpected('} and the rest of the text');
    }
    const { kind, value } = cursor.advance();
    parts.push(value);
    if (kind === 'textEnd') return { kind: 'interpolation', parts, start, end: cursor.end };
  }
}
