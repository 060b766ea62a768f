/**
 * Executes prepared queries. One that comes again is compiled by graphql-jit, to a function that does nothing but what
 * that query asks for: measured here, a quarter of the time. Variables are coerced by graphql itself first, so that it
 * alone decides what a valid value is. What resolvers return is sent as it is: Pothos has types for it, and the names of
 * enum values are their values.
 */

import {
  type ExecutionResult,
  execute,
  getOperationAST,
  getVariableValues,
  Kind,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import type { ApiContext } from '../schema/builder.ts';
import { schema } from '../schema/index.ts';
import type { PreparedQuery } from './prepared-queries.ts';

/** From the third time on compiling pays. */
const usesBefore = 2;
/** What is longer takes long to compile. */
const maxTextLength = 4_000;

interface Use {
  times: number;
  readonly operation: OperationDefinitionNode;
  compiled?: CompiledQuery;
}

type Variables = Readonly<Record<string, unknown>>;

/** The result; undefined where there is none that Yoga would have, too, as with a variable of the wrong type. */
export type ExecuteQuery = (
  query: PreparedQuery,
  operationName: string | undefined,
  variables: Variables,
) => ExecutionResult | undefined;

function canBeCompiled({ text, document }: PreparedQuery): boolean {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return text.length <= maxTextLength && operations.length === 1 && !/__(schema|type)\b/.test(text);
}

/**
 * What graphql would have said where a compiled query failed, as far as that is certain: a compiled query tells errors
 * without their places. Where a field of the operation itself fails, nothing after the first error counts.
 */
function failureOf(
  { data, errors: [first] = [] }: ExecutionResult,
  { selectionSet: { selections } }: OperationDefinitionNode,
): ExecutionResult | undefined {
  const { path, originalError } = first ?? {};
  if (data !== null || path?.length !== 1 || originalError === undefined) return undefined;
  const fields = selections.flatMap((field) =>
    field.kind === Kind.FIELD && !field.directives?.length ? [field] : [],
  );
  if (fields.length < selections.length) return undefined;
  const failed = fields.filter(({ alias, name }) => (alias ?? name).value === path[0]);
  return { errors: [locatedError(originalError, failed, path)], data };
}

export function queryExecution(contextValue: ApiContext): ExecuteQuery {
  const uses = new WeakMap<PreparedQuery, Use>();
  let jit: Promise<typeof import('graphql-jit')> | undefined;

  /** Compiles in the background: the library itself is loaded when the first query comes again. */
  function compile(query: PreparedQuery, use: Use): void {
    jit ??= import('graphql-jit');
    jit.then(({ compileQuery, isCompiledQuery }) => {
      const compiled = compileQuery(schema, query.document, undefined, {
        disableLeafSerialization: true,
      });
      if (isCompiledQuery(compiled)) use.compiled = compiled;
    });
  }

  function run(query: PreparedQuery, operationName: string | undefined, variableValues: Variables) {
    let use = uses.get(query);
    if (use === undefined) {
      const operation = getOperationAST(query.document, operationName);
      if (!operation) return undefined;
      use = { times: 0, operation };
      uses.set(query, use);
    }
    use.times += 1;
    if (use.times === usesBefore && canBeCompiled(query)) compile(query, use);
    const { compiled, operation } = use;
    const isNamed = operationName === undefined || operation.name?.value === operationName;
    // A null where a default would do is an error in some places, which compiled queries take for false.
    if (compiled === undefined || !isNamed || Object.values(variableValues).includes(null)) {
      const { document } = query;
      return execute({ schema, document, variableValues, operationName, contextValue });
    }
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues);
    if (coerced.errors) return undefined;
    const result = compiled.query(undefined, contextValue, variableValues);
    return result instanceof Promise || !result.errors ? result : failureOf(result, operation);
  }

  return (query, operationName, variables) => {
    const result = run(query, operationName, variables);
    return result instanceof Promise || !result || !('data' in result) ? undefined : result;
  };
}
