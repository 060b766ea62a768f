/** The brackets of a source text, and its comments, as the scanner of its language sees them. */

import { scan as scanBicep } from '../../read/bicep/scan.ts';
import { scan as scanTerraform } from '../../read/hcl/scanner.ts';
import type { Notation } from './literal.ts';

export interface Group {
  readonly sign: string;
  /** Offsets of the opening bracket, and of the character after the closing one. */
  readonly start: number;
  readonly end: number;
}

export interface Comment {
  readonly start: number;
  readonly end: number;
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

interface Sign {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isSign: boolean;
}

function tokensOf(text: string, notation: Notation): readonly Sign[] {
  if (notation === 'bicep') {
    return scanBicep(text).tokens.map(({ kind, value, start, end }) => ({
      text: value,
      start,
      end,
      isSign: kind === 'sign',
    }));
  }
  return scanTerraform(text, 0).tokens.map(({ kind, text: value, at, end }) => ({
    text: value,
    start: at,
    end,
    isSign: kind === 'sign',
  }));
}

export class Brackets {
  readonly #groups: readonly Group[];
  readonly #comments: readonly Comment[];

  constructor(text: string, notation: Notation) {
    const tokens = tokensOf(text, notation);
    const open: Sign[] = [];
    const groups: Group[] = [];
    const comments: Comment[] = [];
    let end = 0;
    for (const token of tokens) {
      const gap = text.slice(end, token.start);
      const at = gap.search(/\/\/|\/\*|#/);
      if (at >= 0) comments.push({ start: end + at, end: end + gap.trimEnd().length });
      end = Math.max(end, token.end);
      if (!token.isSign) continue;
      if (Object.hasOwn(closing, token.text)) open.push(token);
      else if (token.text === closing[open.at(-1)?.text ?? '']) {
        const first = open.pop() as Sign;
        groups.push({ sign: first.text, start: first.start, end: token.end });
      }
    }
    this.#groups = groups;
    this.#comments = comments;
  }

  /** The groups around an offset, the innermost first. */
  around(offset: number): readonly Group[] {
    return this.#groups
      .filter(({ start, end }) => start < offset && offset < end)
      .sort((a, b) => b.start - a.start);
  }

  /** The group whose opening bracket is at the offset. */
  at(offset: number): Group | undefined {
    return this.#groups.find(({ start }) => start === offset);
  }

  commentsIn(start: number, end: number): readonly Comment[] {
    return this.#comments.filter((one) => one.start >= start && one.end <= end);
  }
}
