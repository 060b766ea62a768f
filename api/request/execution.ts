/**
 * Executes documents. One that comes again is compiled by graphql-jit into a function that does nothing but what the
 * document asks for. graphql checks the variables first, so it alone decides what a valid value is. Values of resolvers are
 * sent as they are: Pothos has types for them, and enum values equal their names.
 */

import {
  type ExecutionResult,
  execute,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { ApiContext } from '../schema/builder.ts';
import { schema } from '../schema/index.ts';
import type { CachedDocument } from './document-cache.ts';

/** From the third time on compiling pays. */
const usesBefore = 2;
/** Longer texts take long to compile. */
const maxText = 4_000;

/** Compiled, an introspection has other results, and so has the name `__proto__`. */
const canBeCompiled = ({ text, operations, schemaCost }: CachedDocument) =>
  text.length <= maxText && operations === 1 && schemaCost === 0 && !text.includes('__proto__');

/** The library loads in the background when the first document comes again. */
async function compile(cached: CachedDocument): Promise<void> {
  const { compileQuery, isCompiledQuery } = await import('graphql-jit');
  const options = { disableLeafSerialization: true };
  const compiled = compileQuery(schema, cached.document, undefined, options);
  if (isCompiledQuery(compiled)) cached.compiled = compiled;
}

/** The result without errors; undefined where there is any error, or the result comes later. */
export function executeDocument(
  cached: CachedDocument,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  contextValue: ApiContext,
): ExecutionResult | undefined {
  cached.uses += 1;
  if (cached.uses === usesBefore && canBeCompiled(cached)) compile(cached).catch(() => {});
  const { compiled, document } = cached;
  let result: ReturnType<typeof execute>;
  // Compiled, a null instead of a default counts as false.
  if (compiled === undefined || Object.values(variables).includes(null)) {
    const operationName = operation.name?.value;
    result = execute({ schema, document, variableValues: variables, operationName, contextValue });
  } else {
    const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (values.errors) return undefined;
    // With their defaults: compiled, a field that must not be null and has a default counts as missing.
    result = compiled.query(undefined, contextValue, { ...values.variableValues.coerced });
  }
  return result instanceof Promise || result.errors || !('data' in result) ? undefined : result;
}
