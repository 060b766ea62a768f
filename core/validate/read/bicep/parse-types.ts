/** The grammar of Bicep's types, reduced to what matters for values: nullability and names. */

import type { TypeSyntax } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseDecorators } from './parse-expressions.ts';

type Parts = Pick<TypeSyntax, 'isNullable' | 'reference'>;

const plain: Parts = { isNullable: false, reference: [] };

export function parseType(cursor: Cursor): TypeSyntax {
  const { start } = cursor.token;
  return { ...parseUnion(cursor), start, end: cursor.end };
}

function parseUnion(cursor: Cursor): Parts {
  return cursor.deeper(() => {
    cursor.takeOverLines('|');
    cursor.skipLines();
    const first = parseSuffixed(cursor);
    const members = [first];
    while (cursor.takeOverLines('|')) {
      cursor.skipLines();
      members.push(parseSuffixed(cursor));
    }
    if (members.length === 1) return first;
    return { isNullable: members.some(({ isNullable }) => isNullable), reference: [] };
  });
}

function parseSuffixed(cursor: Cursor): Parts {
  let type = parsePrimary(cursor);
  for (;;) {
    if (cursor.take('?')) {
      type = { ...type, isNullable: true };
    } else if (cursor.take('!')) {
      type = plain;
    } else if (cursor.take('[')) {
      if (!cursor.take('*') && cursor.isKind('number')) cursor.advance();
      cursor.expect(']');
      type = plain;
    } else if (cursor.take('<')) {
      cursor.skipLines();
      do parseUnion(cursor);
      while (cursor.takeOverLines(','));
      cursor.skipLines();
      cursor.expect('>');
    } else if (cursor.take('.')) {
      if (cursor.take('*')) {
        type = plain;
      } else {
        const { value } = cursor.name('the name of a type');
        type = { isNullable: false, reference: [...type.reference, value] };
      }
    } else {
      return type;
    }
  }
}

function parsePrimary(cursor: Cursor): Parts {
  while (['-', '+', '!'].some((one) => cursor.take(one)));
  const { kind, value } = cursor.token;
  if (kind === 'name') {
    cursor.advance();
    return { isNullable: value === 'null', reference: [value] };
  }
  if (kind === 'number' || kind === 'text') {
    cursor.advance();
    return plain;
  }
  if (cursor.take('(')) {
    cursor.skipLines();
    const inner = parseUnion(cursor);
    cursor.skipLines();
    cursor.expect(')');
    return inner;
  }
  if (cursor.take('{')) return parseMembers(cursor, '}', true);
  if (cursor.take('[')) return parseMembers(cursor, ']', false);
  throw cursor.unexpected('a type');
}

function parseMembers(cursor: Cursor, close: string, isNamed: boolean): Parts {
  cursor.skipLines();
  while (!cursor.take(close)) {
    parseDecorators(cursor);
    if (isNamed) {
      if (!cursor.take('*') && !cursor.isKind('name') && !cursor.isKind('text')) {
        throw cursor.unexpected('the name of a property');
      }
      if (!cursor.is(':')) cursor.advance();
      cursor.expect(':');
      cursor.skipLines();
    }
    parseUnion(cursor);
    const isParted = cursor.isKind('newline') || cursor.is(',');
    while (cursor.take(',') || cursor.isKind('newline')) cursor.skipLines();
    if (!isParted && !cursor.is(close)) throw cursor.unexpected(`a new line or ${close}`);
  }
  return plain;
}
