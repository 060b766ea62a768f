/** Finds where a text stops being JSON. Each browser words this in its own way, and some name no position. */

import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';

interface SyntaxProblem {
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
  /** What JSON allows there. */
  readonly expected: string;
}

const value = 'a value: text in double quotes, a number, true, false, null, { or [';
const expectations: Partial<Record<ReturnType<typeof printParseErrorCode>, string>> = {
  PropertyNameExpected: 'a name in double quotes',
  ColonExpected: 'a colon',
  CommaExpected: 'a comma or a closing bracket',
  CloseBraceExpected: 'a comma or }',
  CloseBracketExpected: 'a comma or ]',
  EndOfFileExpected: 'the end of the text',
  UnexpectedEndOfComment: 'a comment that ends with */',
  UnexpectedEndOfString: 'a text that ends with a double quote on its line',
  UnexpectedEndOfNumber: 'a whole number',
  InvalidUnicode: 'four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'one of " \\ / b f n r t u after a backslash',
  InvalidCharacter: 'a text without control characters',
};

/** The first position at which the text is not JSON; undefined if there is none, or if it nests too deep to tell. */
export function findSyntaxError(text: string): SyntaxProblem | undefined {
  const problems: SyntaxProblem[] = [];
  const onError = (code: ParseErrorCode, _: number, __: number, line: number, column: number) => {
    const expected = expectations[printParseErrorCode(code)] ?? value;
    problems.push({ line: line + 1, column: column + 1, expected });
  };
  try {
    visit(text, { onError }, { allowTrailingComma: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return problems[0];
}
