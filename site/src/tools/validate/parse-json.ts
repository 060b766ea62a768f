/** Parses JSON from a pasted text or a file; an error says where the text goes wrong and what belongs there. */

import { InputError } from '../../../../core/input-error.ts';
import { parseJsonText } from '../../../../core/validate/read/json-text.ts';
import { Excerpts } from './excerpt.ts';
import { RefusedSource } from './refused-source.ts';
import { findSyntaxError } from './syntax.ts';

interface JsonOrigin {
  readonly path: readonly string[];
  /** What the JSON may be, for the error. */
  readonly accepted: readonly string[];
  /** Name of the text, where the page can show its lines. */
  readonly file?: string;
}

/** JSON as templates have it, with comments too. Throws an InputError with the line of the error where the text is none. */
export function parseJson(source: string, { path, accepted, file }: JsonOrigin): unknown {
  const json = parseJsonText(source);
  if (json) return json.value;
  const text = source.replace(/^\uFEFF/, '');
  const problem = findSyntaxError(text);
  const line = text.split('\n')[(problem?.line ?? 1) - 1] ?? '';
  const isMeantAsJson = /^\s*[{[]/.test(text);
  if (file !== undefined && !isMeantAsJson) {
    const given = text.trimStart().split('\n')[0]?.trim();
    const reason = 'this is neither JSON, Bicep nor Terraform; az writes JSON with -o json';
    throw new InputError(reason, { path, given, accepted });
  }
  const reason = problem
    ? `this is not JSON: line ${problem.line}, column ${problem.column} needs ${problem.expected}`
    : 'this is not JSON, or it nests too deep';
  // What else it could be is of no help for a text that is meant as JSON.
  if (problem && file !== undefined) {
    const excerpt = new Excerpts([{ path: file, text }]).at({ file, ...problem });
    throw new RefusedSource(reason, { path }, { excerpt, missingValues: [], problems: [] });
  }
  throw new InputError(reason, { path, given: line.trim().slice(0, 200), accepted });
}
