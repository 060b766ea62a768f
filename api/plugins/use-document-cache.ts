/** Parses and validates through the document cache, refuses what costs too much, and says whether the response may be cached. */

import type { Plugin } from 'graphql-yoga';
import type { RequestState } from '../request/api-request.ts';
import { type CachedDocument, type Documents, isCacheable } from '../request/document-cache.ts';
import { costOf, refuseCost } from '../request/prepare.ts';
import { type RateLimit, refuseRate } from '../request/rate-limit.ts';

export function useDocumentCache(
  documents: Documents,
  validations: RateLimit | undefined,
): Plugin<{ state?: RequestState }> {
  const byDocument = new WeakMap<object, CachedDocument>();
  return {
    onParse({ setParseFn }) {
      setParseFn((text: string) => {
        const cached = documents(text);
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
      const refusal =
        refuseCost(costOf(cached, { operationName, variables: variableValues })) ??
        refuseRate(validations, cached, state);
      if (refusal !== undefined) {
        setResultAndStopExecution({ errors: [refusal] });
        return;
      }
      return {
        onExecuteDone({ result }) {
          state.isCacheable =
            'data' in result &&
            result.errors === undefined &&
            isCacheable(cached, operationName, variableValues);
        },
      };
    },
  };
}
