/** Objects, arrays and loops, whose items are read on their own after an error. */

import type { Entry, Item, ObjectSyntax, ResourceDeclaration, Syntax } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseText } from './parse-text.ts';

/** Items up to the closing sign, separated by line ends or commas; an error in one does not stop the next. */
function parseItems(cursor: Cursor, close: string, read: () => void): void {
  cursor.skipLines();
  while (!cursor.is(close)) {
    if (cursor.isKind('end')) cursor.isUnclosed = true;
    if (cursor.isKind('end') || cursor.isDeclaration()) throw cursor.unexpected(close);
    const before = cursor.token;
    cursor.recovering(read, () => undefined);
    const isParted = cursor.isKind('newline') || cursor.is(',');
    while (cursor.take(',') || cursor.isKind('newline')) cursor.skipLines();
    if (!isParted && !cursor.is(close)) {
      cursor.report(cursor.unexpected(`a new line, a comma or ${close}`));
      // Whatever closes here closes nothing of this list: reading goes on around it.
      if (cursor.token === before || ['}', ']', ')'].some((one) => cursor.is(one)))
        cursor.advance();
    }
  }
  cursor.advance();
}

const unreadable = (start: number, cursor: Cursor): Syntax => ({
  kind: 'unreadable',
  start,
  end: Math.max(start, cursor.end),
});

/** A value with nothing behind it: what goes on in an unexpected way is not read as its beginning. */
function wholeValue(cursor: Cursor): Syntax {
  const value = cursor.grammar.expression(cursor);
  cursor.requireEnd();
  return value;
}

export function parseObject(cursor: Cursor): ObjectSyntax {
  const { start } = cursor.expect('{');
  const entries: Entry[] = [];
  const resources: ResourceDeclaration[] = [];
  parseItems(cursor, '}', () => {
    const at = cursor.token.start;
    if (cursor.take('...')) {
      const value = cursor.grammar.expression(cursor);
      entries.push({ key: undefined, value, start: at, end: cursor.end });
      return;
    }
    if (cursor.is('@') || isNestedResource(cursor)) {
      resources.push(cursor.grammar.nestedResource(cursor));
      return;
    }
    const key = parseKey(cursor);
    cursor.expect(':');
    const value = cursor.recovering(
      () => {
        cursor.skipLines();
        return wholeValue(cursor);
      },
      (from) => unreadable(from, cursor),
    );
    entries.push({ key, value, start: at, end: cursor.end });
  });
  return { kind: 'object', entries, resources, start, end: cursor.end };
}

const isNestedResource = (cursor: Cursor) =>
  cursor.is('resource', 'name') &&
  cursor.ahead(1).kind === 'name' &&
  cursor.ahead(2).kind === 'text';

function parseKey(cursor: Cursor): string | Syntax {
  if (cursor.isKind('name') || cursor.isKind('text')) return cursor.advance().value;
  if (cursor.isKind('textStart')) return parseText(cursor);
  throw cursor.unexpected('the name of a property');
}

export function parseArray(cursor: Cursor): Syntax {
  const { start } = cursor.expect('[');
  let count = 0;
  while (cursor.ahead(count).kind === 'newline') count += 1;
  const isLoop =
    cursor.ahead(count).kind === 'name' &&
    cursor.ahead(count).value === 'for' &&
    (cursor.ahead(count + 1).kind === 'name' || cursor.ahead(count + 1).value === '(');
  if (isLoop) {
    cursor.skipLines();
    return parseFor(cursor, start);
  }
  const items: Item[] = [];
  parseItems(cursor, ']', () => {
    const isSpread = cursor.take('...');
    const value = cursor.recovering(
      () => wholeValue(cursor),
      (from) => unreadable(from, cursor),
    );
    items.push({ value, isSpread });
  });
  return { kind: 'array', items, start, end: cursor.end };
}

function parseFor(cursor: Cursor, start: number): Syntax {
  cursor.expect('for', 'name');
  const isBlock = cursor.take('(');
  const item = cursor.name('the name of a loop variable').value;
  const index = isBlock && cursor.take(',') ? cursor.name('the name of an index').value : undefined;
  if (isBlock) cursor.expect(')');
  cursor.expect('in', 'name');
  const list = cursor.grammar.expression(cursor);
  cursor.expect(':');
  cursor.skipLines();
  const body = parseBody(cursor);
  cursor.skipLines();
  cursor.expect(']');
  return { kind: 'for', item, index, list, body, start, end: cursor.end };
}

/** A value, or one with a condition, as resources, modules and loops have it. */
export function parseBody(cursor: Cursor): Syntax {
  const { start } = cursor.token;
  if (!cursor.is('if', 'name')) return cursor.grammar.expression(cursor);
  cursor.advance();
  cursor.expect('(');
  cursor.skipLines();
  const condition = cursor.grammar.expression(cursor);
  cursor.skipLines();
  cursor.expect(')');
  cursor.skipLines();
  const body = parseObject(cursor);
  return { kind: 'if', condition, body, start, end: cursor.end };
}
