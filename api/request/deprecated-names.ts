/** What a document uses that the schema deprecates: fields and arguments, by coordinate, for a header of the response. */

import type { ValidationRule } from 'graphql';

/** A rule that finds no mistakes: it adds "Check.path" and "Query.changes(since:)" to `names`. */
export const noteDeprecated =
  (names: Set<string>): ValidationRule =>
  (context) => ({
    Field({ name }) {
      if (context.getFieldDef()?.deprecationReason == null) return;
      names.add(`${context.getParentType()}.${name.value}`);
    },
    Argument({ name }) {
      if (context.getArgument()?.deprecationReason == null) return;
      names.add(`${context.getParentType()}.${context.getFieldDef()?.name}(${name.value}:)`);
    },
  });
