/** The scanner of Bicep: names, numbers, texts with their interpolations, signs and line ends, each with its offsets. */

import type { Problem, Scan, Token, TokenKind } from './token.ts';

/** A text that an interpolation interrupts. */
interface OpenText {
  readonly isMultiline: boolean;
  /** How many dollar signs an interpolation begins with. */
  readonly dollars: number;
  /** Braces that are open within the interpolation. */
  braces: number;
}

const maxTokens = 500_000;
const maxInterpolations = 60;

const space = /[ \t\f\v\u00a0\ufeff]+/y;
const lineEnd = /(?:\r?\n|\r)+/y;
const lineComment = /\/\/[^\r\n]*/y;
const directive = /#[a-z][^\r\n]*/y;
const name = /[A-Za-z_][A-Za-z0-9_]*/y;
const number = /\d+/y;
const sign = /\.\.\.|\.\?|=>|==|=~|!=|!~|<=|>=|&&|\|\||\?\?|::|[{}()[\],:=<>!+\-*/%?.|@^]/y;
const plainText = /[^'\\$\r\n]+/y;
const plainLines = /[^'$]+/y;
const multilineStart = /(\$*)'''/y;
const unicodeEscape = /u\{([0-9a-fA-F]{1,6})\}/y;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  n: '\n',
  r: '\r',
  t: '\t',
  $: '$',
};

export function scan(text: string): Scan {
  return new Scanner(text).run();
}

class Scanner {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  readonly #problems: Problem[] = [];
  readonly #open: OpenText[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): Scan {
    while (this.#at < this.#text.length) {
      if (this.#tokens.length >= maxTokens) {
        this.#report(this.#at, `the file has more than ${maxTokens} tokens; split it into modules`);
        break;
      }
      this.#next();
    }
    if (this.#open.length > 0) {
      this.#closeTexts(this.#at, 'the text does not end; close its interpolation and quotes');
    }
    this.#push('newline', '', this.#at);
    this.#push('end', '', this.#at);
    return { tokens: this.#tokens, problems: this.#problems };
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text);
  }

  #take(pattern: RegExp): string | undefined {
    const text = this.#match(pattern)?.[0];
    if (text !== undefined) this.#at += text.length;
    return text;
  }

  #push(kind: TokenKind, value: string, start: number): void {
    this.#tokens.push({ kind, value, start, end: this.#at });
  }

  #report(offset: number, message: string): void {
    this.#problems.push({ offset, message });
  }

  #next(): void {
    const start = this.#at;
    if (this.#take(space) !== undefined || this.#take(lineComment) !== undefined) return;
    if (this.#take(lineEnd) !== undefined) {
      if (this.#open.some(({ isMultiline }) => !isMultiline)) {
        this.#closeTexts(start, 'the text does not end on its line; close it with a quote');
      }
      if (this.#tokens.at(-1)?.kind !== 'newline') this.#push('newline', '', start);
      return;
    }
    if (this.#text.startsWith('/*', start)) {
      const end = this.#text.indexOf('*/', start + 2);
      this.#at = end < 0 ? this.#text.length : end + 2;
      if (end < 0) this.#report(start, 'the comment does not end; close it with */');
      return;
    }
    if (this.#take(directive) !== undefined) return;
    const kinds = [
      ['name', name],
      ['number', number],
    ] as const;
    for (const [kind, pattern] of kinds) {
      const value = this.#take(pattern);
      if (value !== undefined) {
        this.#push(kind, value, start);
        return;
      }
    }
    const multiline = this.#match(multilineStart);
    if (multiline) {
      this.#at += multiline[0].length;
      this.#take(/\r?\n/y);
      this.#textPiece(start, true, multiline[1]?.length ?? 0, true);
    } else if (this.#text[start] === "'") {
      this.#at += 1;
      this.#textPiece(start, false, 1, true);
    } else {
      this.#sign(start);
    }
  }

  #sign(start: number): void {
    const value = this.#take(sign);
    const open = this.#open.at(-1);
    if (value === undefined) {
      this.#at += 1;
      const quote = this.#text[start] === '"' ? "; texts are written in single quotes: '...'" : '';
      this.#report(start, `${JSON.stringify(this.#text[start])} has no meaning in Bicep${quote}`);
      this.#push('sign', this.#text[start] ?? '', start);
      return;
    }
    if (open && value === '{') open.braces += 1;
    if (open && value === '}') {
      if (open.braces === 0) {
        this.#open.pop();
        this.#textPiece(start, open.isMultiline, open.dollars, false);
        return;
      }
      open.braces -= 1;
    }
    this.#push('sign', value, start);
  }

  /** A text from after its opening quote or interpolation to the next interpolation, or to its end. */
  #textPiece(start: number, isMultiline: boolean, dollars: number, isFirst: boolean): void {
    const parts: string[] = [];
    const interpolation = `${'$'.repeat(dollars)}{`;
    for (;;) {
      const plain = this.#take(isMultiline ? plainLines : plainText);
      if (plain !== undefined) parts.push(plain);
      const letter = this.#text[this.#at];
      if (letter === '$') {
        if (dollars === 0 || !this.#text.startsWith(interpolation, this.#at)) {
          parts.push('$');
          this.#at += 1;
          continue;
        }
        if (this.#open.length < maxInterpolations) {
          this.#at += interpolation.length;
          this.#open.push({ isMultiline, dollars, braces: 0 });
          this.#push(isFirst ? 'textStart' : 'textMiddle', parts.join(''), start);
          return;
        }
        this.#report(this.#at, `texts are nested more than ${maxInterpolations} levels deep`);
        this.#at = this.#text.length;
        this.#push(isFirst ? 'text' : 'textEnd', '', start);
        this.#pushEndless();
        return;
      }
      if (letter === "'" && !isMultiline) {
        this.#at += 1;
        break;
      }
      if (letter === "'") {
        const quotes = this.#take(/'+/y) ?? '';
        // Further quotes before the closing three belong to the text.
        if (quotes.length >= 3) {
          parts.push(quotes.slice(3));
          break;
        }
        parts.push(quotes);
        continue;
      }
      if (letter === '\\' && !isMultiline) {
        parts.push(this.#escape());
        continue;
      }
      this.#report(
        start,
        isMultiline
          ? "the text does not end; close it with '''"
          : 'the text does not end on its line; close it with a quote',
      );
      this.#push(isFirst ? 'text' : 'textEnd', parts.join(''), start);
      this.#pushEndless();
      return;
    }
    this.#push(isFirst ? 'text' : 'textEnd', parts.join(''), start);
  }

  #escape(): string {
    const start = this.#at;
    this.#at += 1;
    const unicode = this.#take(unicodeEscape);
    if (unicode !== undefined) {
      const code = Number.parseInt(unicode.slice(2, -1), 16);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
    }
    const letter = this.#text[this.#at] ?? '';
    const value = escapes[letter];
    if (value !== undefined) {
      this.#at += 1;
      return value;
    }
    this.#report(
      start,
      `\\${letter} is not an escape; accepted: \\\\ \\' \\n \\r \\t \\$ \\u{...}`,
    );
    return '\\';
  }

  #closeTexts(offset: number, message: string): void {
    this.#report(offset, message);
    while (this.#open.length > 0) {
      this.#open.pop();
      this.#push('textEnd', '', offset);
    }
    this.#pushEndless();
  }

  /** A sign that nothing may have behind it: a text without an end is not read as a value. */
  #pushEndless(): void {
    this.#push('sign', '', this.#at);
  }
}
