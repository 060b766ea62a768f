/** Expressions of HCL by the precedence of their operators. */

import { readFor } from './parse-for.ts';
import { readTemplate } from './parse-template.ts';
import type { BinaryOperator, Expression, ObjectItem } from './syntax.ts';
import { maxDepth, type TokenStream, Unexpected } from './token-stream.ts';

const precedences: ReadonlyMap<string, number> = new Map([
  ['||', 1],
  ['&&', 2],
  ['==', 3],
  ['!=', 3],
  ['<', 4],
  ['>', 4],
  ['<=', 4],
  ['>=', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['%', 6],
]);

/** Operators, accesses and the like in one row; each makes the tree a level deeper. */
const maxRow = 4 * maxDepth;

export function readExpression(stream: TokenStream): Expression {
  return stream.deeper(() => {
    const condition = readBinary(stream, 1);
    if (!stream.takeSign('?')) return condition;
    const then = readExpression(stream);
    stream.expectSign(':', 'and the value for the other case');
    const otherwise = readExpression(stream);
    return {
      kind: 'conditional',
      condition,
      then,
      otherwise,
      at: condition.at,
      end: otherwise.end,
    };
  });
}

function readBinary(stream: TokenStream, lowest: number): Expression {
  let left = readUnary(stream);
  for (let count = 0; ; count += 1) {
    const token = stream.peek();
    const precedence = token.kind === 'sign' ? precedences.get(token.text) : undefined;
    if (precedence === undefined || precedence < lowest) return left;
    if (count >= maxRow) throw new Unexpected(`more than ${maxRow} operators in a row`, token.at);
    stream.next();
    const right = readBinary(stream, precedence + 1);
    const operator = token.text as BinaryOperator;
    left = { kind: 'binary', operator, left, right, at: left.at, end: right.end };
  }
}

function readUnary(stream: TokenStream): Expression {
  const token = stream.peek();
  if (token.kind === 'sign' && (token.text === '!' || token.text === '-')) {
    const operator = token.text;
    stream.next();
    const operand = stream.deeper(() => readUnary(stream));
    return { kind: 'unary', operator, operand, at: token.at, end: operand.end };
  }
  return readAccesses(stream, readTerm(stream));
}

/** Attributes, indexes and splats behind a term. */
function readAccesses(stream: TokenStream, term: Expression, isInSplat = false): Expression {
  let of = term;
  const { at } = term;
  for (let count = 0; ; count += 1) {
    if (count >= maxRow) throw new Unexpected(`more than ${maxRow} accesses in a row`, at);
    if (stream.isSign('.')) {
      stream.next();
      const token = stream.next();
      if (token.kind === 'name') {
        of = { kind: 'attribute', of, name: token.text, at, end: token.end };
      } else if (token.kind === 'number') {
        // An index of old, a.0; two of them, a.0.1, look like one number.
        for (const text of token.text.split('.')) {
          const key: Expression = {
            kind: 'literal',
            value: Number(text),
            at: token.at,
            end: token.end,
          };
          of = { kind: 'index', of, key, at, end: token.end };
        }
      } else if (token.kind === 'sign' && token.text === '*' && !isInSplat) {
        const item: Expression = { kind: 'splat-item', at: token.at, end: token.end };
        of = { kind: 'splat', of, each: readAttributes(stream, item), at, end: stream.end };
      } else {
        throw new Unexpected('expected the name of an attribute behind the dot', token.at);
      }
    } else if (stream.isSign('[')) {
      const open = stream.next();
      if (stream.isSign('*') && stream.peekSecond().text === ']') {
        stream.next();
        const { end } = stream.next();
        const item: Expression = { kind: 'splat-item', at: open.at, end };
        const each = stream.deeper(() => readAccesses(stream, item));
        of = { kind: 'splat', of, each, at, end: stream.end };
      } else {
        const key = stream.within(true, () => {
          const read = readExpression(stream);
          stream.expectSign(']', 'behind the index');
          return read;
        });
        of = { kind: 'index', of, key, at, end: stream.end };
      }
    } else {
      return of;
    }
  }
}

/** Behind `.*` only attributes belong to every item; an index is one of the whole list. */
function readAttributes(stream: TokenStream, item: Expression): Expression {
  let of = item;
  while (stream.isSign('.') && stream.peekSecond().kind === 'name') {
    stream.next();
    const { text, end } = stream.next();
    of = { kind: 'attribute', of, name: text, at: of.at, end };
  }
  return of;
}

function readTerm(stream: TokenStream): Expression {
  const token = stream.peek();
  const { at, end, text } = token;
  switch (token.kind) {
    case 'number':
      stream.next();
      return { kind: 'literal', value: Number(text), at, end };
    case 'open':
      return readTemplate(stream, readExpression);
    case 'name':
      stream.next();
      if (stream.isSign('(') || stream.isSign('::')) return readCall(stream, text, at);
      if (text === 'true' || text === 'false')
        return { kind: 'literal', value: text === 'true', at, end };
      if (text === 'null') return { kind: 'literal', value: null, at, end };
      return { kind: 'variable', name: text, at, end };
    case 'sign':
      if (text === '(') {
        stream.next();
        return stream.within(true, () => {
          const inner = readExpression(stream);
          stream.expectSign(')', 'behind the expression');
          return inner;
        });
      }
      if (text === '[') return readTuple(stream);
      if (text === '{') return readObject(stream);
      throw stream.unexpected('a value');
    default:
      throw stream.unexpected('a value');
  }
}

function readCall(stream: TokenStream, first: string, at: number): Expression {
  let name = first;
  while (stream.takeSign('::')) name += `::${stream.expectName('the name of a function').text}`;
  stream.expectSign('(', 'and the arguments of the function');
  const args: Expression[] = [];
  let isExpanded = false;
  stream.within(true, () => {
    while (!stream.isSign(')')) {
      args.push(readExpression(stream));
      if (stream.takeSign('...')) {
        isExpanded = true;
        stream.takeSign(',');
        break;
      }
      if (!stream.takeSign(',')) break;
    }
    stream.expectSign(')', 'or a comma behind the argument');
  });
  return { kind: 'call', name, args, isExpanded, at, end: stream.end };
}

function readTuple(stream: TokenStream): Expression {
  const { at } = stream.next();
  return stream.within(true, () => {
    if (stream.isName('for')) return readFor(stream, at, false, readExpression);
    const items: Expression[] = [];
    while (!stream.isSign(']')) {
      items.push(readExpression(stream));
      if (!stream.takeSign(',')) break;
    }
    stream.expectSign(']', 'or a comma behind the item');
    return { kind: 'tuple', items, at, end: stream.end };
  });
}

function readObject(stream: TokenStream): Expression {
  const { at } = stream.next();
  const made = stream.attempt(() => {
    stream.skipNewlines();
    if (!stream.isName('for') || ['=', ':'].includes(stream.peekSecond().text)) return undefined;
    return stream.within(true, () => readFor(stream, at, true, readExpression));
  });
  if (made) return made;
  return stream.within(false, () => {
    const items: ObjectItem[] = [];
    stream.skipNewlines();
    while (!stream.isSign('}')) {
      items.push(readItem(stream));
      if (!stream.takeSign(',') && stream.peek().kind !== 'newline') break;
      stream.skipNewlines();
    }
    stream.expectSign('}', 'or a comma or new line behind the value');
    return { kind: 'object', items, at, end: stream.end };
  });
}

function readItem(stream: TokenStream): ObjectItem {
  const token = stream.peek();
  const isPlain = token.kind === 'name' && ['=', ':'].includes(stream.peekSecond().text);
  const key: Expression = isPlain
    ? { kind: 'literal', value: stream.next().text, at: token.at, end: token.end }
    : readExpression(stream);
  if (!stream.takeSign('=') && !stream.takeSign(':')) throw stream.unexpected('= behind the key');
  stream.skipNewlines();
  return { key, value: readExpression(stream) };
}
