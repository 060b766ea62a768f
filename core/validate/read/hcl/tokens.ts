/** What the scanner makes of HCL text. */

export type TokenKind =
  | 'name'
  | 'number'
  | 'sign'
  | 'newline'
  /** Begin and end of a template: quotes, or the markers of a heredoc. */
  | 'open'
  | 'close'
  /** Literal text within a template, its escapes read. */
  | 'text'
  /** `${` and `%{`, and the `}` that ends either. */
  | 'interpolation'
  | 'directive'
  | 'resume'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** The text as written; for `text` with escapes read; for `open` the quote, `<<` or `<<-`. */
  readonly text: string;
  /** Offsets in all sources. */
  readonly at: number;
  readonly end: number;
  /** Set where a `~` takes the white space before `${` or `%{`, or behind their `}`. */
  readonly strips?: true;
}

/** Limits on one file; the largest modules that people publish stay far below. */
export const maxTokens = 500_000;
export const maxTemplateDepth = 50;
