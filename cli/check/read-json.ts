/** JSON with comments as templates may have them; what is wrong with a text that is not JSON, and where. */

import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { parseJsonText } from '../../core/validate/read/json-text.ts';
import { lineStarts, positionOf } from '../../core/validate/read/source/location.ts';

export function readJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  const json = parseJsonText(text);
  if (json) return json;
  const problem = firstProblem(text);
  if (problem === undefined) return { problem: 'it is not JSON: it nests too deep' };
  const { line, column } = positionOf(lineStarts(text), problem.offset);
  return {
    problem: `it is not JSON: ${printParseErrorCode(problem.error)} at line ${line}, column ${column}`,
  };
}

function firstProblem(text: string): ParseError | undefined {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { allowTrailingComma: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return errors[0];
}
