/** Where the parser is among the tokens, and how it goes on after an error. */

import type { ResourceDeclaration, Syntax } from './ast.ts';
import type { Problem, Scan, Token, TokenKind } from './token.ts';

/** Deeper than any file that people write, and far from what recursion cannot follow. */
const maxDepth = 100;
const maxProblems = 200;

/** Thrown to continue reading at the next safe point. */
export class Unreadable extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** The parts of the grammar that contain each other, so that each can have a file of its own. */
export interface Grammar {
  readonly expression: (cursor: Cursor) => Syntax;
  /** A resource within the body of another one, with its decorators. */
  readonly nestedResource: (cursor: Cursor) => ResourceDeclaration;
}

const opening = ['{', '[', '('];
const closing = ['}', ']', ')'];

function depthsOf(tokens: readonly Token[]): Int32Array {
  const depths = new Int32Array(tokens.length);
  let depth = 0;
  for (const [at, { kind, value }] of tokens.entries()) {
    depths[at] = depth;
    if (kind === 'textStart' || (kind === 'sign' && opening.includes(value))) depth += 1;
    if (kind === 'textEnd' || (kind === 'sign' && closing.includes(value))) depth -= 1;
    if (depth < 0) depth = 0;
  }
  return depths;
}

export class Cursor {
  readonly problems: Problem[];
  readonly grammar: Grammar;
  readonly #text: string;
  readonly #tokens: readonly Token[];
  /** How many brackets are open in front of each token. */
  readonly #depths: Int32Array;
  readonly #declarations: readonly string[];
  /** A bracket is open at the end of the file. */
  isUnclosed = false;
  #next = 0;
  #depth = 0;

  constructor(
    text: string,
    { tokens, problems }: Scan,
    grammar: Grammar,
    /** Where these begin a line of a file with an unclosed bracket, the next declaration begins. */
    declarations: readonly string[] = [],
  ) {
    this.#text = text;
    this.#tokens = tokens;
    this.#depths = depthsOf(tokens);
    this.problems = problems.slice(0, maxProblems);
    this.grammar = grammar;
    this.#declarations = declarations;
  }

  get token(): Token {
    return this.ahead(0);
  }

  /** Where the last token read ends. */
  get end(): number {
    return this.#tokens[this.#next - 1]?.end ?? 0;
  }

  ahead(count: number): Token {
    return (this.#tokens[this.#next + count] ?? this.#tokens.at(-1)) as Token;
  }

  advance(): Token {
    const token = this.token;
    if (token.kind !== 'end') this.#next += 1;
    return token;
  }

  is(value: string, kind: TokenKind = 'sign'): boolean {
    const token = this.token;
    return token.kind === kind && token.value === value;
  }

  isKind(kind: TokenKind): boolean {
    return this.token.kind === kind;
  }

  take(value: string, kind: TokenKind = 'sign'): boolean {
    if (!this.is(value, kind)) return false;
    this.#next += 1;
    return true;
  }

  expect(value: string, kind: TokenKind = 'sign'): Token {
    if (!this.is(value, kind)) throw this.unexpected(value);
    return this.advance();
  }

  /** The end of a value: of its line, of its item, or of what contains it. */
  requireEnd(): void {
    const { kind, value } = this.token;
    const isEnd = kind === 'newline' || kind === 'end' || value === ',' || closing.includes(value);
    if (!isEnd) throw this.unexpected('the end of the line');
  }

  name(what: string): Token {
    if (!this.isKind('name')) throw this.unexpected(what);
    return this.advance();
  }

  skipLines(): void {
    while (this.isKind('newline')) this.#next += 1;
  }

  /** The token after line ends is this one; the line ends are then read over. */
  takeOverLines(value: string): boolean {
    let count = 0;
    while (this.ahead(count).kind === 'newline') count += 1;
    const token = this.ahead(count);
    if (token.kind !== 'sign' || token.value !== value) return false;
    this.#next += count + 1;
    return true;
  }

  /** An error at the next token: what is expected there instead. */
  unexpected(expected: string): Unreadable {
    const { kind, value, start } = this.token;
    const written =
      kind === 'end'
        ? 'the end of the file'
        : kind === 'newline'
          ? 'the end of the line'
          : kind.startsWith('text')
            ? 'a text'
            : value;
    return new Unreadable({ offset: start, message: `expected ${expected}, got ${written}` });
  }

  deeper<T>(read: () => T): T {
    if (this.#depth >= maxDepth) {
      const { start } = this.token;
      throw new Unreadable({ offset: start, message: `nested more than ${maxDepth} levels deep` });
    }
    this.#depth += 1;
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  report(error: unknown): void {
    if (!(error instanceof Unreadable)) throw error;
    const { problem } = error;
    const isKnown = this.problems.at(-1)?.offset === problem.offset;
    if (!isKnown && this.problems.length < maxProblems) this.problems.push(problem);
  }

  /**
   * Reads; after an error goes on behind the line, the comma or the item in which it is. Line ends within brackets that
   * open in the item are part of it.
   */
  recovering<T>(read: () => T, instead: (start: number) => T): T {
    const first = this.#next;
    const { start } = this.token;
    try {
      return read();
    } catch (error) {
      this.report(error);
      this.#skipItem(first);
      return instead(start);
    }
  }

  #skipItem(first: number): void {
    const depth = this.#depths[first] ?? 0;
    while (!this.isKind('end') && !this.isDeclaration()) {
      const isOuter = (this.#depths[this.#next] ?? 0) <= depth;
      if (
        isOuter &&
        (this.isKind('newline') || this.is(',') || closing.includes(this.token.value))
      ) {
        return;
      }
      this.#next += 1;
    }
  }

  /** A declaration begins here at the left edge of the text; never so while brackets match. */
  isDeclaration(): boolean {
    const { kind, value, start } = this.token;
    return (
      kind === 'name' &&
      this.#declarations.includes(value) &&
      (start === 0 || this.#text[start - 1] === '\n') &&
      this.ahead(1).kind === 'name'
    );
  }

  skipToLineEnd(): void {
    while (!this.isKind('end') && !this.isKind('newline')) this.#next += 1;
  }
}
