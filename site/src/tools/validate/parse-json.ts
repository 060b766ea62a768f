/** Parses JSON from a pasted text or a file; an error says where the text goes wrong and what belongs there. */

import { InputError } from '../../../../core/input-error.ts';
import { parseJsonText } from '../../../../core/validate/read/json-text.ts';
import { findSyntaxError } from './syntax.ts';

interface JsonOrigin {
  readonly path: readonly string[];
  /** What the JSON may be, for the error. */
  readonly accepted: readonly string[];
}

/** JSON as templates have it, with comments too. Throws an InputError with the line of the error where the text is none. */
export function parseJson(source: string, { path, accepted }: JsonOrigin): unknown {
  const json = parseJsonText(source);
  if (json) return json.value;
  const text = source.replace(/^\uFEFF/, '');
  const problem = findSyntaxError(text);
  const line = text.split('\n')[(problem?.line ?? 1) - 1] ?? '';
  throw new InputError(
    problem
      ? `this is not JSON: line ${problem.line}, column ${problem.column} needs ${problem.expected}`
      : 'this is not JSON, or it nests too deep',
    { path, given: line.trim().slice(0, 200), accepted },
  );
}
