/** The expressions that make a list or an object out of another one: [for ...] and {for ...}. */

import type { Expression } from './syntax.ts';
import type { TokenStream } from './token-stream.ts';

type Read = (stream: TokenStream) => Expression;

/** `keyName` is set where the loop names two variables. */
export function readLoopNames(stream: TokenStream): {
  keyName: string | undefined;
  valueName: string;
} {
  const first = stream.expectName('the name of the variable of the loop').text;
  if (!stream.takeSign(',')) return { keyName: undefined, valueName: first };
  return { keyName: first, valueName: stream.expectName('the name of the second variable').text };
}

export function readIn(stream: TokenStream): void {
  if (!stream.isName('in')) throw stream.unexpected('in, and what the loop goes over');
  stream.next();
}

/** From the word `for` to the closing bracket. */
export function readFor(
  stream: TokenStream,
  at: number,
  isObject: boolean,
  readExpression: Read,
): Expression {
  stream.next();
  const names = readLoopNames(stream);
  readIn(stream);
  const collection = readExpression(stream);
  stream.expectSign(':', 'and the value of the loop');
  const first = readExpression(stream);
  let key: Expression | undefined;
  let value = first;
  if (isObject) {
    stream.expectSign('=>', 'between key and value');
    key = first;
    value = readExpression(stream);
  }
  const isGrouped = isObject && stream.takeSign('...');
  let condition: Expression | undefined;
  if (stream.isName('if')) {
    stream.next();
    condition = readExpression(stream);
  }
  stream.expectSign(isObject ? '}' : ']', 'at the end of the loop');
  return {
    kind: 'for',
    ...names,
    collection,
    key,
    value,
    isGrouped,
    condition,
    at,
    end: stream.end,
  };
}
