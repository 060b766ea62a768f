/** The tokens of a file as its parser takes them: with or without newlines, and with a limit on how deep it goes. */

import type { SourceProblem } from './source-text.ts';
import type { Token } from './tokens.ts';

/** What stops the parsing of one attribute or block; the parser reports it and goes on behind it. */
export class Unexpected extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Deeper than any configuration, and far from what recursion cannot follow. */
export const maxDepth = 150;

/** In a text of another language every line would be an error. */
const maxProblems = 100;

export class TokenStream {
  readonly problems: SourceProblem[];
  readonly #tokens: readonly Token[];
  readonly #end: Token;
  #index = 0;
  #depth = 0;
  #ignoresNewlines = false;

  constructor(tokens: readonly Token[], problems: readonly SourceProblem[]) {
    this.#tokens = tokens;
    this.#end = tokens.at(-1) ?? { kind: 'end', text: '', at: 0, end: 0 };
    this.problems = [...problems];
  }

  peek(): Token {
    if (this.#ignoresNewlines) {
      while (this.#tokens[this.#index]?.kind === 'newline') this.#index += 1;
    }
    return this.#tokens[this.#index] ?? this.#end;
  }

  /** The token behind the next one, newlines counted as the stream counts them. */
  peekSecond(): Token {
    this.peek();
    let index = this.#index + 1;
    while (this.#ignoresNewlines && this.#tokens[index]?.kind === 'newline') index += 1;
    return this.#tokens[index] ?? this.#end;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#index += 1;
    return token;
  }

  /** End of the token taken last. */
  get end(): number {
    return this.#tokens[this.#index - 1]?.end ?? this.#end.at;
  }

  isSign(text: string): boolean {
    const token = this.peek();
    return token.kind === 'sign' && token.text === text;
  }

  isName(text: string): boolean {
    const token = this.peek();
    return token.kind === 'name' && token.text === text;
  }

  takeSign(text: string): boolean {
    const isNext = this.isSign(text);
    if (isNext) this.next();
    return isNext;
  }

  skipNewlines(): void {
    while (this.#tokens[this.#index]?.kind === 'newline') this.#index += 1;
  }

  expectSign(text: string, where: string): Token {
    if (!this.isSign(text)) throw this.unexpected(`${text} ${where}`);
    return this.next();
  }

  expectName(what: string): Token {
    if (this.peek().kind !== 'name') throw this.unexpected(what);
    return this.next();
  }

  unexpected(wanted: string): Unexpected {
    const token = this.peek();
    return new Unexpected(`${describe(token)}, expected ${wanted}`, token.at);
  }

  report({ message, at }: SourceProblem): void {
    if (this.problems.length < maxProblems) this.problems.push({ message, at });
  }

  /** True where something from the one offset to the other was reported. */
  hasProblemWithin(from: number, to: number): boolean {
    return this.problems.length > 0 && this.problems.some(({ at }) => at >= from && at <= to);
  }

  /** What is read within brackets, where lines have no meaning, or within braces, where they have. */
  within<T>(ignoresNewlines: boolean, read: () => T): T {
    const before = this.#ignoresNewlines;
    this.#ignoresNewlines = ignoresNewlines;
    try {
      return this.deeper(read);
    } finally {
      this.#ignoresNewlines = before;
    }
  }

  deeper<T>(read: () => T): T {
    if (this.#depth >= maxDepth) {
      throw new Unexpected(`the text is nested more than ${maxDepth} deep`, this.peek().at);
    }
    this.#depth += 1;
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  /** Reads as far as it goes, and goes back where that is not what was meant. */
  attempt<T>(read: () => T | undefined): T | undefined {
    const index = this.#index;
    const result = read();
    if (result === undefined) this.#index = index;
    return result;
  }

  get index(): number {
    return this.#index;
  }

  /**
   * Goes from the token where a declaration began to where the next one may begin: behind its line and the brackets that
   * it opened. A top-level keyword at the start of a line ends it in any case; the result says so.
   */
  skipDeclaration(from: number, isTopLevel: (token: Token) => boolean): boolean {
    let depth = 0;
    this.#index = from;
    for (; this.#index < this.#tokens.length; this.#index += 1) {
      const token = this.#tokens[this.#index] ?? this.#end;
      const isAtLineStart = this.#tokens[this.#index - 1]?.kind === 'newline';
      if (token.kind === 'end') return true;
      if (this.#index > from && isAtLineStart && isTopLevel(token)) return true;
      if (token.kind === 'newline' && depth <= 0) return false;
      if (token.kind === 'sign' && '{[('.includes(token.text)) depth += 1;
      if (token.kind === 'sign' && '}])'.includes(token.text)) {
        depth -= 1;
        if (depth < 0) return false;
      }
    }
    return true;
  }
}

function describe({ kind, text }: Token): string {
  if (kind === 'end') return 'the text ends here';
  if (kind === 'newline') return 'the line ends here';
  if (kind === 'resume') return 'the template ends here';
  return `${JSON.stringify(text.slice(0, 40))} is here`;
}
