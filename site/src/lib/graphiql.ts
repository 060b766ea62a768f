/** Links into GraphiQL. It reads a query but no variables from its address, so variables become defaults in the query. */

import { type DocumentNode, isInputType, print, typeFromAST, valueToLiteral, visit } from 'graphql';
import { schema } from '../../../api/schema/index.ts';

type Variables = Readonly<Record<string, unknown>>;

/** The query with the variables as defaults, ready to run. */
export function selfContained(query: DocumentNode, variables: Variables): string {
  const withDefaults = visit(query, {
    VariableDefinition(definition) {
      const value = variables[definition.variable.name.value];
      const type = typeFromAST(schema, definition.type);
      if (value === undefined || !isInputType(type)) return undefined;
      const defaultValue = valueToLiteral(value, type);
      return defaultValue && { ...definition, defaultValue };
    },
  });
  return print(withDefaults);
}

export function graphiqlLink(query: string): string {
  return `/graphql?${new URLSearchParams({ query })}`;
}
