/** HCL text to tokens, templates and heredocs taken apart; goes on after what it cannot read. */

import type { SourceProblem } from './source-text.ts';
import { readEscape } from './string-escapes.ts';
import { maxTemplateDepth, maxTokens, type Token, type TokenKind } from './tokens.ts';

export interface Scanned {
  readonly tokens: readonly Token[];
  readonly problems: readonly SourceProblem[];
}

/** Text that is a file, or a template by itself as the strings of .tf.json are; `start` is its offset in all sources. */
export function scan(text: string, start: number, as: 'file' | 'template' = 'file'): Scanned {
  const scanner = new Scanner(text, start);
  scanner.scanAll(as);
  return scanner;
}

interface Mode {
  readonly kind: 'code' | 'quoted' | 'heredoc' | 'bare';
  /** Braces open in code within a template. */
  braces: number;
  readonly marker: string;
}

const nameStart = /[\p{ID_Start}_]/u;
const namePattern = /[\p{ID_Continue}-]*/uy;
const numberPattern = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const heredocPattern = /(<<-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy;
const signs = ['...', '==', '!=', '<=', '>=', '&&', '||', '=>', '::'];
const singleSigns = '{}[]().,:=?!<>+-*/%';

class Scanner implements Scanned {
  readonly tokens: Token[] = [];
  readonly problems: SourceProblem[] = [];
  readonly #text: string;
  readonly #start: number;
  readonly #modes: Mode[] = [];
  #at = 0;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
  }

  scanAll(as: 'file' | 'template'): void {
    if (this.#text.charCodeAt(0) === 0xfeff) this.#at = 1;
    this.#modes.push({ kind: as === 'file' ? 'code' : 'bare', braces: 0, marker: '' });
    while (this.#at < this.#text.length) {
      if (this.tokens.length >= maxTokens) {
        this.#problem(`the file has more than ${maxTokens} tokens; the rest is not read`, this.#at);
        break;
      }
      const mode = this.#modes.at(-1);
      if (mode?.kind === 'code') this.#scanCode(mode);
      else if (mode) this.#scanText(mode);
    }
    const open = this.#modes.at(-1);
    if (open && this.#modes.length > 1) {
      this.#problem('a string or template is not closed before the end of the file', this.#at);
    }
    this.#push('end', '', this.#at);
  }

  #push(kind: TokenKind, text: string, from: number, strips = false): void {
    this.tokens.push({
      kind,
      text,
      at: this.#start + from,
      end: this.#start + this.#at,
      ...(strips && { strips }),
    });
  }

  #problem(message: string, from: number): void {
    if (this.problems.length < 100) this.problems.push({ message, at: this.#start + from });
  }

  #scanCode(mode: Mode): void {
    const from = this.#at;
    const letter = this.#text[from] ?? '';
    if (letter === ' ' || letter === '\t' || letter === '\r') {
      this.#at += 1;
    } else if (letter === '\n') {
      this.#at += 1;
      this.#push('newline', '\n', from);
    } else if (letter === '#' || this.#text.startsWith('//', from)) {
      const end = this.#text.indexOf('\n', from);
      this.#at = end < 0 ? this.#text.length : end;
    } else if (this.#text.startsWith('/*', from)) {
      const end = this.#text.indexOf('*/', from + 2);
      if (end < 0) this.#problem('the comment is not closed', from);
      this.#at = end < 0 ? this.#text.length : end + 2;
    } else if (letter === '"') {
      this.#at += 1;
      this.#push('open', '"', from);
      this.#enter({ kind: 'quoted', braces: 0, marker: '' }, from);
    } else if (nameStart.test(this.#codePoint(from))) {
      this.#push('name', this.#match(namePattern) ?? '', from);
    } else if (letter >= '0' && letter <= '9') {
      this.#push('number', this.#match(numberPattern) ?? '', from);
    } else if (!this.#scanHeredoc(from)) {
      this.#scanSign(mode, letter, from);
    }
  }

  #codePoint(at: number): string {
    const code = this.#text.codePointAt(at) ?? 0;
    return code < 0x80 ? (this.#text[at] ?? '') : String.fromCodePoint(code);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#text)?.[0];
    if (text !== undefined) this.#at += text.length;
    return text;
  }

  #scanHeredoc(from: number): boolean {
    if (!this.#text.startsWith('<<', from)) return false;
    heredocPattern.lastIndex = from;
    const [all, open, marker] = heredocPattern.exec(this.#text) ?? [];
    if (all === undefined || open === undefined || marker === undefined) return false;
    this.#at += all.length;
    this.#push('open', open, from);
    this.#enter({ kind: 'heredoc', braces: 0, marker }, from);
    this.#closeHeredoc(marker);
    return true;
  }

  #scanSign(mode: Mode, letter: string, from: number): void {
    const isInTemplate = this.#modes.length > 1;
    if (
      isInTemplate &&
      mode.braces === 0 &&
      (letter === '}' || this.#text.startsWith('~}', from))
    ) {
      this.#at += letter === '}' ? 1 : 2;
      this.#push('resume', '}', from, letter === '~');
      this.#modes.pop();
      return;
    }
    const sign =
      signs.find((one) => this.#text.startsWith(one, from)) ??
      (singleSigns.includes(letter) ? letter : undefined);
    if (sign === undefined) {
      const unexpected = this.#codePoint(from);
      this.#at += unexpected.length;
      this.#problem(`the character ${JSON.stringify(unexpected)} has no meaning here`, from);
      // Something must be there, or what is around it would be read as one expression.
      this.#push('sign', unexpected, from);
      return;
    }
    if (sign === '{') mode.braces += 1;
    if (sign === '}') mode.braces -= 1;
    this.#at += sign.length;
    this.#push('sign', sign, from);
  }

  #enter(mode: Mode, from: number): void {
    if (this.#modes.length >= maxTemplateDepth) {
      this.#problem(`templates are nested more than ${maxTemplateDepth} deep`, from);
      this.#at = this.#text.length;
      this.#modes.length = 1;
      return;
    }
    this.#modes.push(mode);
  }

  /** Ends the heredoc where the line that begins here is its marker. */
  #closeHeredoc(marker: string): boolean {
    const end = this.#text.indexOf('\n', this.#at);
    const line = this.#text.slice(this.#at, end < 0 ? undefined : end);
    if (line.trim() !== marker) return false;
    const from = this.#at;
    // The newline stays: it ends the attribute.
    this.#at = end < 0 ? this.#text.length : end;
    this.#push('close', marker, from);
    this.#modes.pop();
    return true;
  }

  /** Literal text up to what is not text: the end of the template, or an expression in it. */
  #scanText(mode: Mode): void {
    const isQuoted = mode.kind === 'quoted';
    let from = this.#at;
    let read = '';
    const flush = () => {
      if (read !== '') this.#push('text', read, from);
      read = '';
      from = this.#at;
    };
    while (this.#at < this.#text.length) {
      const letter = this.#text[this.#at] ?? '';
      const next = this.#text[this.#at + 1];
      if (
        (letter === '$' || letter === '%') &&
        next === letter &&
        this.#text[this.#at + 2] === '{'
      ) {
        read += `${letter}{`;
        this.#at += 3;
      } else if ((letter === '$' || letter === '%') && next === '{') {
        flush();
        const strips = this.#text[this.#at + 2] === '~';
        this.#at += strips ? 3 : 2;
        this.#push(letter === '$' ? 'interpolation' : 'directive', `${letter}{`, from, strips);
        this.#enter({ kind: 'code', braces: 0, marker: '' }, from);
        return;
      } else if (isQuoted && letter === '"') {
        flush();
        this.#at += 1;
        this.#push('close', '"', from);
        this.#modes.pop();
        return;
      } else if (isQuoted && letter === '\n') {
        flush();
        this.#problem('the string is not closed at the end of its line', from);
        this.#push('close', '"', from);
        this.#modes.pop();
        return;
      } else if (isQuoted && letter === '\\') {
        const meant = readEscape(this.#text, this.#at);
        if (meant.problem) this.#problem(meant.problem, this.#at);
        read += meant.text;
        this.#at += meant.length;
      } else if (letter === '\n') {
        read += letter;
        this.#at += 1;
        // A line each, as their indentation may have to be taken away.
        flush();
        if (mode.kind === 'heredoc' && this.#closeHeredoc(mode.marker)) return;
      } else {
        const plain = this.#plainLength();
        read += this.#text.slice(this.#at, this.#at + plain);
        this.#at += plain;
      }
    }
    flush();
  }

  #plainLength(): number {
    let end = this.#at + 1;
    while (end < this.#text.length && !'$%"\\\n'.includes(this.#text[end] ?? '')) end += 1;
    return end - this.#at;
  }
}
