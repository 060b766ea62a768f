/** Declarations that name other files: imports, extensions, and what a values file belongs to. */

import type { Statement } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseObject } from './parse-collections.ts';
import { parseText } from './parse-text.ts';

/** A text without interpolations; undefined for one with. */
export function parsePath(cursor: Cursor, what: string) {
  const pathStart = cursor.token.start;
  if (!cursor.isKind('text') && !cursor.isKind('textStart')) throw cursor.unexpected(what);
  const text = parseText(cursor);
  const path = text.kind === 'literal' ? String(text.value) : undefined;
  return { path, pathStart };
}

/** import { a, b as c } from 'file', or import * as d from 'file'; in earlier versions an extension. */
export function parseImport(cursor: Cursor): Statement {
  if (cursor.ahead(1).kind.startsWith('text')) return parseExtension(cursor);
  const { start } = cursor.advance();
  const names: { name: string; alias: string }[] = [];
  const alias = (name: string) =>
    cursor.take('as', 'name') ? cursor.name('another name').value : name;
  if (cursor.take('*')) {
    names.push({ name: '*', alias: alias('*') });
  } else {
    cursor.expect('{');
    cursor.skipLines();
    while (!cursor.take('}')) {
      if (!cursor.isKind('name') && !cursor.isKind('text')) throw cursor.unexpected('a name');
      const { value } = cursor.advance();
      names.push({ name: value, alias: alias(value) });
      const isParted = cursor.isKind('newline') || cursor.is(',');
      while (cursor.take(',') || cursor.isKind('newline')) cursor.skipLines();
      if (!isParted && !cursor.is('}')) throw cursor.unexpected('a comma or }');
    }
  }
  cursor.expect('from', 'name');
  const { path = '', pathStart } = parsePath(cursor, 'the path of a file');
  return { kind: 'import', path, pathStart, names, start, end: cursor.end };
}

export function parseExtension(cursor: Cursor): Statement {
  const { start } = cursor.advance();
  if (cursor.isKind('name')) cursor.advance();
  else parsePath(cursor, 'an extension');
  if (cursor.take('with', 'name')) parseObject(cursor);
  if (cursor.take('as', 'name')) cursor.name('another name');
  return { kind: 'other', start, end: cursor.end };
}

export function parseUsing(cursor: Cursor, kind: 'using' | 'extends'): Statement {
  const { start } = cursor.advance();
  const pathStart = cursor.token.start;
  const { path } = cursor.take('none', 'name')
    ? { path: undefined }
    : parsePath(cursor, 'the path of a file');
  if (cursor.take('with', 'name')) parseObject(cursor);
  return { kind, path, pathStart, start, end: cursor.end };
}
