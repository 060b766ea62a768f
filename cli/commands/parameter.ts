/** Reads `--param name=value`. */

import { InvalidArgumentError } from 'commander';

/** `name=value`; a value that is JSON is taken as such, any other as text. */
export function parameter(
  text: string,
  before: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Accepted: name=value, for example apimSku=Premium.');
  const value = text.slice(at + 1);
  return { ...before, [text.slice(0, at)]: jsonOr(value) };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
