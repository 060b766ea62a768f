/**
 * Where in a question somebody's configuration may stand. Such a text is not kept, nor is such a question with its
 * answer.
 */

import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  Kind,
} from 'graphql';
import type { PreparedQuery } from './prepared-queries.ts';

/** The names of the queries that take a deployment. */
export function deploymentQueries(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(({ args }) => args.some(({ type }) => getNamedType(type).name === 'DeploymentInput'))
    .map(({ name }) => name);
}

/** Whether nothing that an operation is given stands in the text, not even in a comment. */
export function holdsNoConfiguration(text: string, { definitions }: DocumentNode): boolean {
  return (
    !text.includes('#') &&
    definitions.every(
      (definition) =>
        definition.kind === Kind.OPERATION_DEFINITION &&
        definition.variableDefinitions?.every(({ defaultValue }) => !defaultValue) !== false &&
        definition.selectionSet.selections.every(
          (field) =>
            field.kind === Kind.FIELD &&
            field.arguments?.every(
              ({ value: { kind } }) => kind === Kind.VARIABLE || kind === Kind.ENUM,
            ) !== false,
        ),
    )
  );
}

/**
 * Whether a question may be kept with its answer: it takes no configuration, and its operation declares each variable
 * that it comes with. What others hold nobody has asked for.
 */
export function canBeKept(
  { document, takesConfiguration }: PreparedQuery,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  if (takesConfiguration) return false;
  const names = Object.keys(variables);
  if (names.length === 0) return true;
  const declared = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  return names.every((name) => declared.some(({ variable }) => variable.name.value === name));
}
