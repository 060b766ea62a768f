/** Parses and validates through the document cache, refuses what costs too much, and says whether the response may be cached. */

import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { RequestState } from '../request/api-request.ts';
import { type CachedDocument, type Documents, isCacheable } from '../request/document-cache.ts';
import { executableOf } from '../request/prepare.ts';
import { type RateLimit, refuseRate } from '../request/rate-limit.ts';
import { operationError, variableErrors } from '../request/variable-errors.ts';

export function useDocumentCache(
  documents: Documents,
  validations: RateLimit | undefined,
): Plugin<{ state?: RequestState }> {
  const byDocument = new WeakMap<object, CachedDocument>();
  return {
    onParse({ setParseFn, context: { params } }) {
      setParseFn((text: string) => {
        const cached = documents(text);
        if (!getOperationAST(cached.document, params?.operationName)) {
          throw operationError(cached.document, params?.operationName);
        }
        byDocument.set(cached.document, cached);
        return cached.document;
      });
    },
    onValidate({ params: { documentAST }, setResult }) {
      const cached = byDocument.get(documentAST);
      if (cached !== undefined) setResult(cached.errors);
    },
    onExecutionResult({ result }) {
      const errors = (result && 'errors' in result && result.errors) || [];
      for (const { extensions } of errors) extensions.code ??= 'BAD_USER_INPUT';
    },
    onExecute({ args, setResultAndStopExecution }) {
      const { document, operationName, variableValues, contextValue } = args;
      const { state = {}, params } = contextValue;
      const cached = byDocument.get(document);
      const operation = getOperationAST(document, operationName);
      if (!cached || !operation) return;
      state.deprecated = cached.deprecated;
      const executable = executableOf(cached, { operationName, variables: variableValues });
      const refusal = executable && (executable.refusal ?? refuseRate(validations, cached, state));
      const errors = executable ? [] : variableErrors(document, operation, variableValues ?? {});
      if (refusal || errors.length > 0) {
        setResultAndStopExecution({ errors: refusal ? [refusal] : errors });
        return;
      }
      return {
        onExecuteDone({ result, setResult }) {
          if (!('data' in result)) return;
          if (params?.extensions?.cost === true) {
            setResult({ ...result, extensions: { cost: executable?.cost } });
          }
          state.isCacheable =
            result.errors === undefined && isCacheable(cached, operation, variableValues);
        },
      };
    },
  };
}
