/** The grammar of Bicep's expressions. */

import type { Syntax } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseArray, parseObject } from './parse-collections.ts';
import { parseText } from './parse-text.ts';

const precedences: Readonly<Record<string, number>> = {
  '*': 7,
  '/': 7,
  '%': 7,
  '+': 6,
  '-': 6,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  '==': 4,
  '!=': 4,
  '=~': 4,
  '!~': 4,
  '&&': 3,
  '||': 2,
  '??': 1,
};

/** Signs that may begin a line that goes on with the expression before it. */
const continuing = ['&&', '||', '??', '==', '!='];

export function parseExpression(cursor: Cursor): Syntax {
  return cursor.deeper(() => {
    const { start } = cursor.token;
    const condition = parseBinary(cursor, 0);
    if (!cursor.takeOverLines('?')) return condition;
    cursor.skipLines();
    const yes = parseExpression(cursor);
    if (!cursor.takeOverLines(':')) throw cursor.unexpected(':');
    cursor.skipLines();
    const no = parseExpression(cursor);
    return { kind: 'ternary', condition, yes, no, start, end: cursor.end };
  });
}

function parseBinary(cursor: Cursor, above: number): Syntax {
  const { start } = cursor.token;
  let left = parseUnary(cursor);
  for (;;) {
    const operator = operatorAhead(cursor);
    const precedence = operator === undefined ? 0 : (precedences[operator] ?? 0);
    if (operator === undefined || precedence <= above) return left;
    cursor.takeOverLines(operator);
    cursor.skipLines();
    const right = cursor.deeper(() => parseBinary(cursor, precedence));
    left = { kind: 'binary', operator, left, right, start, end: cursor.end };
  }
}

function operatorAhead(cursor: Cursor): string | undefined {
  let count = 0;
  while (cursor.ahead(count).kind === 'newline') count += 1;
  const { kind, value } = cursor.ahead(count);
  if (kind !== 'sign' || !Object.hasOwn(precedences, value)) return undefined;
  return count === 0 || continuing.includes(value) ? value : undefined;
}

function parseUnary(cursor: Cursor): Syntax {
  const { start } = cursor.token;
  const operator = ['!', '-', '+'].find((one) => cursor.take(one));
  if (operator === undefined) return parseMembers(cursor);
  const of = cursor.deeper(() => parseUnary(cursor));
  return { kind: 'unary', operator, of, start, end: cursor.end };
}

const maxMembers = 200;

function parseMembers(cursor: Cursor): Syntax {
  const { start } = cursor.token;
  let of = parsePrimary(cursor);
  for (let members = 0; ; members += 1) {
    if (members > maxMembers) throw cursor.unexpected(`at most ${maxMembers} members in a row`);
    if (cursor.take('!')) continue;
    if (cursor.take('::')) {
      const { value } = cursor.name('the name of a nested resource');
      of = { kind: 'child', of, name: value, start, end: cursor.end };
    } else if (cursor.take('[')) {
      const isSafe = cursor.take('?');
      const isFromEnd = cursor.take('^');
      cursor.skipLines();
      const key = parseExpression(cursor);
      cursor.skipLines();
      cursor.expect(']');
      of = { kind: 'member', of, key, isSafe, isFromEnd, start, end: cursor.end };
    } else {
      const isSafe = cursor.takeOverLines('.?');
      if (!isSafe && !cursor.takeOverLines('.')) return of;
      const { value, start: keyStart } = cursor.name('the name of a member');
      if (!isSafe && cursor.is('(')) {
        const args = parseArguments(cursor);
        of = { kind: 'call', of, name: value, args, start, end: cursor.end };
        continue;
      }
      const key: Syntax = { kind: 'literal', value, start: keyStart, end: cursor.end };
      of = { kind: 'member', of, key, isSafe, isFromEnd: false, start, end: cursor.end };
    }
  }
}

export function parseArguments(cursor: Cursor): Syntax[] {
  cursor.expect('(');
  cursor.skipLines();
  const args: Syntax[] = [];
  while (!cursor.take(')')) {
    args.push(parseExpression(cursor));
    const isMore = cursor.takeOverLines(',');
    cursor.skipLines();
    if (!isMore && !cursor.is(')')) throw cursor.unexpected(', or )');
  }
  return args;
}

const constants = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function parsePrimary(cursor: Cursor): Syntax {
  const { kind, value, start } = cursor.token;
  switch (kind) {
    case 'number':
      cursor.advance();
      return { kind: 'literal', value: Number(value), start, end: cursor.end };
    case 'text':
    case 'textStart':
      return parseText(cursor);
    case 'name': {
      if (cursor.ahead(1).kind === 'sign' && cursor.ahead(1).value === '=>') break;
      cursor.advance();
      const constant = constants.get(value);
      if (constant !== undefined)
        return { kind: 'literal', value: constant, start, end: cursor.end };
      if (!cursor.is('(')) return { kind: 'name', name: value, start, end: cursor.end };
      const args = parseArguments(cursor);
      return { kind: 'call', of: undefined, name: value, args, start, end: cursor.end };
    }
    case 'sign':
      if (value === '{') return parseObject(cursor);
      if (value === '[') return parseArray(cursor);
      if (value === '(' && !isVariableBlock(cursor)) {
        cursor.advance();
        cursor.skipLines();
        const inner = parseExpression(cursor);
        cursor.skipLines();
        cursor.expect(')');
        return inner;
      }
      if (value === '(') break;
      throw cursor.unexpected('a value');
    default:
      throw cursor.unexpected('a value');
  }
  return parseLambda(cursor);
}

/** Variables in parentheses, and the arrow of a lambda behind them. */
function isVariableBlock(cursor: Cursor): boolean {
  let at = 1;
  for (; ; at += 1) {
    const { kind, value } = cursor.ahead(at);
    if (kind === 'name' || kind === 'newline' || (kind === 'sign' && value === ',')) continue;
    if (kind !== 'sign' || value !== ')') return false;
    const after = cursor.ahead(at + 1);
    return after.kind === 'sign' && after.value === '=>';
  }
}

function parseLambda(cursor: Cursor): Syntax {
  const { start } = cursor.token;
  const variables: string[] = [];
  if (cursor.take('(')) {
    cursor.skipLines();
    while (!cursor.take(')')) {
      variables.push(cursor.name('the name of a variable').value);
      cursor.skipLines();
      if (!cursor.take(',') && !cursor.is(')')) throw cursor.unexpected(', or )');
      cursor.skipLines();
    }
  } else {
    variables.push(cursor.name('the name of a variable').value);
  }
  cursor.expect('=>');
  cursor.skipLines();
  const body = parseExpression(cursor);
  return { kind: 'lambda', variables, body, start, end: cursor.end };
}

/** Names of the decorators in front of a declaration. */
export function parseDecorators(cursor: Cursor): string[] {
  const names: string[] = [];
  while (cursor.take('@')) {
    const of = parseMembers(cursor);
    if (of.kind === 'call') names.push(of.name);
    cursor.skipLines();
  }
  return names;
}
