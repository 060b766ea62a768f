/** The parser of Bicep files and of Bicep values files; it goes on after an error. */

import type {
  ModuleDeclaration,
  Program,
  ResourceDeclaration,
  Statement,
  Syntax,
  TypeSyntax,
} from './ast.ts';
import { Cursor, type Grammar } from './cursor.ts';
import { parseBody } from './parse-collections.ts';
import { parseDecorators, parseExpression } from './parse-expressions.ts';
import { parseExtension, parseImport, parsePath, parseUsing } from './parse-imports.ts';
import { parseType } from './parse-types.ts';
import { scan } from './scan.ts';

const keywords = ['param', 'var', 'type', 'resource', 'module', 'output', 'func'];

const grammar: Grammar = {
  expression: parseExpression,
  nestedResource: (cursor) => cursor.deeper(() => parseResource(cursor, parseDecorators(cursor))),
};

/** The declarations of a file and what is wrong with it; text that cannot be read is marked as such. */
export function parse(text: string): Program {
  const tokens = scan(text);
  const cursor = new Cursor(text, tokens, grammar);
  const program = parseProgram(cursor);
  // An unclosed bracket takes in what comes after it: declarations at the left edge then end it.
  return cursor.isUnclosed ? parseProgram(new Cursor(text, tokens, grammar, keywords)) : program;
}

function parseProgram(cursor: Cursor): Program {
  const statements: Statement[] = [];
  cursor.skipLines();
  while (!cursor.isKind('end')) {
    statements.push(
      cursor.recovering(
        () => parseStatement(cursor),
        (start) => ({ kind: 'unreadable', start, end: cursor.end }),
      ),
    );
    if (!cursor.isKind('newline') && !cursor.isKind('end') && !cursor.isDeclaration()) {
      cursor.report(cursor.unexpected('the end of the line'));
      cursor.skipToLineEnd();
    }
    cursor.skipLines();
  }
  return { statements, problems: cursor.problems };
}

interface Header {
  readonly name: string;
  readonly nameStart: number;
  readonly decorators: readonly string[];
  readonly start: number;
}

function parseStatement(cursor: Cursor): Statement {
  const { start } = cursor.token;
  const decorators = parseDecorators(cursor);
  if (!cursor.isKind('name')) throw cursor.unexpected('a declaration');
  const { value: keyword } = cursor.token;
  switch (keyword) {
    case 'resource':
      return parseResource(cursor, decorators);
    case 'import':
      return parseImport(cursor);
    case 'extension':
    case 'extensionConfig':
    case 'provider':
      return parseExtension(cursor);
    case 'using':
    case 'extends':
      return parseUsing(cursor, keyword);
    case 'targetScope':
      cursor.advance();
      cursor.expect('=');
      return { kind: 'targetScope', value: parseValue(cursor), start, end: cursor.end };
    case 'param':
    case 'var':
    case 'output':
    case 'type':
    case 'func':
    case 'module':
    case 'test':
    case 'metadata':
    case 'assert': {
      cursor.advance();
      const name = cursor.name('a name');
      return parseNamed(cursor, keyword, {
        name: name.value,
        nameStart: name.start,
        decorators,
        start,
      });
    }
    default:
      throw cursor.unexpected('a declaration such as param, var, resource, module or output');
  }
}

function parseNamed(cursor: Cursor, keyword: string, header: Header): Statement {
  switch (keyword) {
    case 'param': {
      const isOnNextLine = cursor.isKind('newline') && cursor.ahead(1).value === '|';
      const isTyped = isOnNextLine || (!cursor.is('=') && !cursor.isKind('newline'));
      const type = isTyped ? parseValueType(cursor) : undefined;
      const value = cursor.take('=') ? parseValue(cursor) : undefined;
      return { kind: 'param', type, value, ...header, end: cursor.end };
    }
    case 'type':
      cursor.expect('=');
      cursor.skipLines();
      return { kind: 'type', type: parseType(cursor), ...header, end: cursor.end };
    case 'func':
      return parseFunction(cursor, header);
    case 'module':
      return parseModule(cursor, header);
    case 'test':
      parseModule(cursor, header);
      return { kind: 'other', start: header.start, end: cursor.end };
    case 'metadata':
    case 'assert':
      cursor.expect('=');
      parseValue(cursor);
      return { kind: 'other', start: header.start, end: cursor.end };
    default: {
      if (!cursor.is('=')) parseValueType(cursor);
      cursor.expect('=');
      const kind = keyword === 'var' ? 'var' : 'output';
      return { kind, value: parseValue(cursor), ...header, end: cursor.end };
    }
  }
}

const unreadable = (start: number, cursor: Cursor): Syntax => ({
  kind: 'unreadable',
  start,
  end: Math.max(start, cursor.end),
});

function parseValue(cursor: Cursor): Syntax {
  return cursor.recovering(
    () => {
      cursor.skipLines();
      const value = parseExpression(cursor);
      cursor.requireEnd();
      return value;
    },
    (start) => unreadable(start, cursor),
  );
}

/** A type, or the word resource and the type of one. */
function parseValueType(cursor: Cursor): TypeSyntax | undefined {
  return cursor.recovering<TypeSyntax | undefined>(
    () => {
      const { start } = cursor.token;
      if (cursor.is('resource', 'name') && cursor.ahead(1).kind === 'text') {
        cursor.advance();
        cursor.advance();
        return { isNullable: cursor.take('?'), reference: [], start, end: cursor.end };
      }
      return parseType(cursor);
    },
    () => undefined,
  );
}

function parseFunction(cursor: Cursor, header: Header): Statement {
  const { start } = cursor.expect('(');
  const variables: string[] = [];
  cursor.skipLines();
  while (!cursor.take(')')) {
    variables.push(cursor.name('the name of a variable').value);
    parseType(cursor);
    const isMore = cursor.takeOverLines(',');
    cursor.skipLines();
    if (!isMore && !cursor.is(')')) throw cursor.unexpected(', or )');
  }
  parseType(cursor);
  cursor.expect('=>');
  const body = parseValue(cursor);
  const lambda = { kind: 'lambda', variables, body, start, end: cursor.end } as const;
  return { kind: 'func', lambda, ...header, end: cursor.end };
}

function parseResource(cursor: Cursor, decorators: readonly string[]): ResourceDeclaration {
  const { start } = cursor.expect('resource', 'name');
  const name = cursor.name('the name of the resource');
  const type = parsePath(cursor, 'the type of the resource');
  const isExisting = cursor.take('existing', 'name');
  cursor.expect('=');
  const body = parseDeployed(cursor);
  const header = { name: name.value, nameStart: name.start, decorators };
  return { kind: 'resource', type: type.path, isExisting, body, ...header, start, end: cursor.end };
}

function parseModule(cursor: Cursor, header: Header): ModuleDeclaration {
  const path = parsePath(cursor, 'the path of the module');
  cursor.expect('=');
  return { kind: 'module', ...path, body: parseDeployed(cursor), ...header, end: cursor.end };
}

/** The body of a resource or a module: an object, one with a condition, or a loop. */
function parseDeployed(cursor: Cursor): Syntax {
  return cursor.recovering(
    () => {
      cursor.skipLines();
      const body = parseBody(cursor);
      cursor.requireEnd();
      return body;
    },
    (start) => unreadable(start, cursor),
  );
}
