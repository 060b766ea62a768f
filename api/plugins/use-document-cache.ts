/** Parses and validates through the document cache, refuses what costs too much, and says whether the response may be cached. */

import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { RequestState } from '../request/api-request.ts';
import { type CachedDocument, type Documents, isCacheable } from '../request/document-cache.ts';
import { costOf, refuseCost } from '../request/prepare.ts';
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
        const operationName: unknown = params?.operationName;
        // What is no text makes a request that is not well-formed, which Yoga refuses.
        const isName = operationName == null || typeof operationName === 'string';
        if (isName && !getOperationAST(cached.document, operationName)) {
          throw operationError(cached.document, operationName);
        }
        byDocument.set(cached.document, cached);
        return cached.document;
      });
    },
    onValidate({ params: { documentAST }, setResult }) {
      const cached = byDocument.get(documentAST);
      if (cached !== undefined) setResult(cached.errors);
    },
    onExecute({ args, setResultAndStopExecution }) {
      const { document, operationName, variableValues, contextValue } = args;
      const { state = {} } = contextValue;
      const cached = byDocument.get(document);
      if (cached === undefined) return;
      const operation = getOperationAST(document, operationName);
      const errors = operation ? variableErrors(document, operation, variableValues ?? {}) : [];
      if (errors.length > 0) {
        setResultAndStopExecution({ errors });
        return;
      }
      const cost = costOf(cached, { operationName, variables: variableValues });
      const refusal = refuseCost(cost) ?? refuseRate(validations, cached, state);
      if (refusal !== undefined) {
        setResultAndStopExecution({ errors: [refusal] });
        return;
      }
      return {
        onExecuteDone({ result, setResult }) {
          const wantsCost = contextValue.params?.extensions?.cost === true;
          if (wantsCost && 'data' in result) setResult({ ...result, extensions: { cost } });
          state.isCacheable =
            'data' in result &&
            result.errors === undefined &&
            isCacheable(cached, operationName, variableValues);
        },
      };
    },
  };
}
