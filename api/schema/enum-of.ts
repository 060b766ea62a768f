/** Makes an enum of the schema from a vocabulary of the facts or of the answers. */

import { builder } from './builder.ts';

/** An enum whose values are exactly those of a vocabulary, each with its description. */
export function enumOf<Value extends string>(
  name: string,
  description: string,
  vocabulary: readonly Value[],
  descriptions: Readonly<Record<Value, string>>,
) {
  const values = vocabulary.map((value) => [value, { description: descriptions[value] }] as const);
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(values) as Record<Value, { description: string }>,
  });
}
