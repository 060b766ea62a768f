/** Runs a typed query against the schema in this process: for the pages of the site and for tests. */

import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  type DocumentNode,
  execute as executeDocument,
  type GraphQLError,
  validate,
} from 'graphql';
import { shippedServiceTagFiles } from '../core/network/service-tags/shipped-files.ts';
import type { ApiContext } from './schema/builder.ts';
import { schema } from './schema/index.ts';

const validated = new WeakSet<DocumentNode>();

function nameOf(document: DocumentNode): string {
  const names = document.definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition' ? [definition.name?.value ?? 'a query'] : [],
  );
  return names.join(', ');
}

function failure(document: DocumentNode, errors: readonly GraphQLError[]): Error {
  const lines = errors.map(
    ({ message, path }) => `  ${path ? `${path.join('.')}: ` : ''}${message}`,
  );
  return new Error([`${nameOf(document)} failed:`, ...lines].join('\n'), {
    cause: errors.length === 1 ? errors[0] : errors,
  });
}

/** The data of the response; throws where the query is not valid or any field fails. */
export async function execute<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  context: ApiContext = { serviceTagFiles: shippedServiceTagFiles },
): Promise<Result> {
  if (!validated.has(document)) {
    const errors = validate(schema, document);
    if (errors.length > 0) throw failure(document, errors);
    validated.add(document);
  }
  const { data, errors } = await executeDocument({
    schema,
    document,
    variableValues: variables,
    contextValue: context,
  });
  if (errors !== undefined && errors.length > 0) throw failure(document, errors);
  return data as Result;
}
