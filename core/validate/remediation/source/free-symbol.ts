/** Symbols for declarations that remediation adds to a source. */

import { camelCase, snakeCase } from '../../../render/names.ts';
import type { SourceText } from './source-texts.ts';

/** The name of a rule as a symbol of the language; with a number if the file has the word already. */
export function freeSymbol(ruleName: string, { text, notation }: SourceText): string {
  const isBicep = notation === 'bicep';
  const wanted = isBicep ? camelCase(`rule ${ruleName}`) : snakeCase(ruleName);
  let symbol = wanted;
  for (let count = 2; new RegExp(`\\b${symbol}\\b`).test(text); count += 1) {
    symbol = `${wanted}${isBicep ? '' : '_'}${count}`;
  }
  return symbol;
}
