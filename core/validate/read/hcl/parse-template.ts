/** Templates: quoted strings, heredocs, the strings of .tf.json; with interpolations and directives. */

import { withoutIndentation } from './heredoc.ts';
import { readIn, readLoopNames } from './parse-for.ts';
import type { Expression, Literal, Template } from './syntax.ts';
import type { TokenStream } from './token-stream.ts';

type Read = (stream: TokenStream) => Expression;

/** From the opening quote or marker to the closing one. */
export function readTemplate(stream: TokenStream, readExpression: Read): Expression {
  const open = stream.next();
  const parts = readParts(stream, readExpression, []);
  if (stream.peek().kind !== 'close') throw stream.unexpected('the end of the string');
  const { end } = stream.next();
  const flush = open.text === '<<-' ? withoutIndentation(parts) : parts;
  return simplified({ kind: 'template', parts: flush, at: open.at, end });
}

/** A template that is a whole text. */
export function readWholeTemplate(stream: TokenStream, readExpression: Read): Expression {
  const { at } = stream.peek();
  const parts = readParts(stream, readExpression, []);
  if (stream.peek().kind !== 'end') throw stream.unexpected('the end of the string');
  return simplified({ kind: 'template', parts, at, end: stream.end });
}

/** Text alone is a literal. */
function simplified(template: Template): Expression {
  const { parts, at, end } = template;
  const texts = parts.map((part) => (part.kind === 'literal' ? part.value : undefined));
  return texts.every((text) => typeof text === 'string')
    ? { kind: 'literal', value: texts.join(''), at, end }
    : template;
}

/** Up to the end of the template, or to a directive with one of the words, which is not taken. */
function readParts(
  stream: TokenStream,
  readExpression: Read,
  until: readonly string[],
  stripsStart = false,
): Expression[] {
  const parts: Expression[] = [];
  let strips = stripsStart;
  for (;;) {
    const token = stream.peek();
    if (token.kind === 'text') {
      stream.next();
      const value = strips ? token.text.trimStart() : token.text;
      // The lines of a heredoc come one by one: white space goes on until there is a text.
      if (value !== '') strips = false;
      if (value !== '') parts.push({ kind: 'literal', value, at: token.at, end: token.end });
    } else if (token.kind === 'interpolation') {
      if (token.strips) stripEnd(parts);
      stream.next();
      parts.push(stream.within(true, () => readExpression(stream)));
      strips = readResume(stream);
    } else if (token.kind === 'directive') {
      if (token.strips) stripEnd(parts);
      if (until.includes(stream.peekSecond().text)) return parts;
      const directive = readDirective(stream, readExpression);
      parts.push(directive.expression);
      strips = directive.strips;
    } else {
      return parts;
    }
  }
}

function stripEnd(parts: Expression[]): void {
  for (let last = parts.at(-1); last?.kind === 'literal'; last = parts.at(-1)) {
    const value = String(last.value).trimEnd();
    parts.pop();
    if (value === '') continue;
    parts.push({ ...last, value } satisfies Literal);
    return;
  }
}

/** The `}` of an interpolation or directive; true where it takes the white space behind it. */
function readResume(stream: TokenStream): boolean {
  const token = stream.within(true, () => stream.peek());
  if (token.kind !== 'resume') throw stream.unexpected('} at the end of the expression');
  stream.next();
  return token.strips === true;
}

interface Directive {
  readonly expression: Expression;
  readonly strips: boolean;
}

function readDirective(stream: TokenStream, readExpression: Read): Directive {
  const { at } = stream.next();
  const word = stream.within(true, () => stream.expectName('if or for'));
  if (word.text === 'if') return readIf(stream, readExpression, at);
  if (word.text === 'for') return readLoop(stream, readExpression, at);
  throw stream.unexpected(`if or for, and not ${word.text}`);
}

/** The part of a template up to one of the words; `strips` where the directive takes the white space behind it. */
function readBranch(
  stream: TokenStream,
  readExpression: Read,
  until: readonly string[],
  strips: boolean,
): Template {
  const { at } = stream.peek();
  const parts = stream.deeper(() => readParts(stream, readExpression, until, strips));
  return { kind: 'template', parts, at, end: stream.end };
}

/** The directive with the word; true where it takes the white space behind it. */
function readWord(stream: TokenStream, word: string): boolean {
  if (stream.peek().kind !== 'directive' || stream.peekSecond().text !== word) {
    throw stream.unexpected(`%{ ${word} }`);
  }
  stream.next();
  stream.next();
  return readResume(stream);
}

function readIf(stream: TokenStream, readExpression: Read, at: number): Directive {
  const condition = stream.within(true, () => readExpression(stream));
  const then = readBranch(stream, readExpression, ['else', 'endif'], readResume(stream));
  let otherwise: Template = { kind: 'template', parts: [], at: stream.end, end: stream.end };
  if (stream.peekSecond().text === 'else') {
    otherwise = readBranch(stream, readExpression, ['endif'], readWord(stream, 'else'));
  }
  const strips = readWord(stream, 'endif');
  const expression: Expression = {
    kind: 'template-if',
    condition,
    then,
    otherwise,
    at,
    end: stream.end,
  };
  return { expression, strips };
}

function readLoop(stream: TokenStream, readExpression: Read, at: number): Directive {
  const { names, collection } = stream.within(true, () => {
    const names = readLoopNames(stream);
    readIn(stream);
    return { names, collection: readExpression(stream) };
  });
  const body = readBranch(stream, readExpression, ['endfor'], readResume(stream));
  const strips = readWord(stream, 'endfor');
  return {
    expression: { kind: 'template-for', ...names, collection, body, at, end: stream.end },
    strips,
  };
}
