/** JSON from a reader's text or file; what is none is refused with the place and what is wanted there. */

import { UserInputError } from '../../../../core/input-error.ts';
import { findSyntaxError } from './syntax.ts';

interface JsonOrigin {
  readonly path: readonly string[];
  /** What the JSON may be, for those who gave something else. */
  readonly accepted: readonly string[];
}

export function parseJson(given: string, { path, accepted }: JsonOrigin): unknown {
  const text = given.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const place = findSyntaxError(text);
    if (place === undefined) throw error;
    const line = text.split('\n')[place.line - 1] ?? '';
    throw new UserInputError(
      `this stops being JSON at line ${place.line}, column ${place.column}; there should be ${place.expected}`,
      { path, given: line.trim(), accepted },
    );
  }
}
