/**
 * Executes documents. One that comes again is compiled by graphql-jit into a function that does nothing but what the
 * document asks for. graphql has checked the variables, so it alone decides what a valid value is. Values of resolvers are
 * sent as they are: Pothos has types for them, and enum values equal their names.
 */

import { type ExecutionResult, execute } from 'graphql';
import type { ApiContext } from '../schema/builder.ts';
import { schema } from '../schema/index.ts';
import type { Prepared } from './api-request.ts';
import type { CachedDocument } from './document-cache.ts';

/** From the third time on compiling pays. */
const usesBefore = 2;
/** Longer texts take long to compile. */
const maxText = 4_000;

/** Compiled, an introspection has other results. */
const canBeCompiled = ({ text, operations, schemaCost }: CachedDocument) =>
  text.length <= maxText && operations === 1 && schemaCost === 0;

/** The library loads in the background when the first document comes again; to compile takes a turn of its own. */
async function compile(cached: CachedDocument): Promise<void> {
  const { compileQuery, isCompiledQuery } = await import('graphql-jit');
  await new Promise((resolve) => setTimeout(resolve));
  const options = { disableLeafSerialization: true };
  const compiled = compileQuery(schema, cached.document, undefined, options);
  if (isCompiledQuery(compiled)) cached.compiled = compiled;
}

/** The result without errors; undefined where there is any error, or the result comes later. */
export function executeDocument(
  { document: cached, operation, parameters, variables }: Prepared,
  contextValue: ApiContext,
): ExecutionResult | undefined {
  const given = parameters.variables ?? {};
  cached.uses += 1;
  if (cached.uses === usesBefore && canBeCompiled(cached)) compile(cached).catch(() => {});
  const { compiled, document } = cached;
  // Compiled, a null instead of a default counts as false, and a field that must not be null needs its default.
  const result =
    compiled === undefined || Object.values(given).includes(null)
      ? execute({
          schema,
          document,
          variableValues: given,
          operationName: operation?.name?.value,
          contextValue,
        })
      : compiled.query(undefined, contextValue, { ...variables });
  return result instanceof Promise || result.errors || !('data' in result) ? undefined : result;
}
