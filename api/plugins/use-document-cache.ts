/** Parses and validates through the document cache, refuses what costs too much, and says whether the response may be cached. */

import type { Plugin } from 'graphql-yoga';
import { type CachedDocument, type Documents, isCacheable } from '../request/document-cache.ts';
import { costOf, refuseCost } from '../request/document-cost.ts';
import type { RateLimit } from '../request/rate-limit.ts';
import type { RequestState } from '../request/request-state.ts';
import { countValidations, rateLimited } from './use-rate-limit.ts';

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
      const cached = byDocument.get(document);
      if (cached === undefined) return;
      const refusal = refuseCost(costOf(cached, operationName, variableValues));
      if (refusal !== undefined) {
        setResultAndStopExecution({ errors: [refusal] });
        return;
      }
      const { state } = contextValue;
      if (state === undefined) return;
      const wait = countValidations(validations, cached, operationName, state);
      if (wait > 0) {
        setResultAndStopExecution({ errors: [rateLimited(wait)] });
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
