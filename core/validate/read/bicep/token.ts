/** What the scanner makes of a Bicep file: tokens with their offsets, and what is wrong. */

export type TokenKind =
  | 'name'
  | 'number'
  | 'text'
  /** A text up to its first interpolation, between two, and after the last one. */
  | 'textStart'
  | 'textMiddle'
  | 'textEnd'
  | 'sign'
  | 'newline'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** A text without its quotes and escapes, anything else as written. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What is wrong at an offset of the text. */
export interface Problem {
  readonly offset: number;
  readonly message: string;
}

export interface Scan {
  readonly tokens: readonly Token[];
  readonly problems: readonly Problem[];
}
