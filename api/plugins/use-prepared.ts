/** Gives Yoga what is known of a request before it is executed, and takes from the result what its response depends on. */

import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { RequestState } from '../request/api-request.ts';

export interface ServerContext {
  readonly state: RequestState;
}

export function usePrepared(): Plugin<ServerContext, ServerContext> {
  return {
    onRequestParse({ serverContext, setRequestParser }) {
      const { prepared } = serverContext.state;
      if (prepared === undefined) return;
      // Yoga knows no document by its id.
      const parameters = { ...prepared.parameters, documentId: undefined };
      setRequestParser(() => ({ ...parameters, query: prepared.document.text }) as GraphQLParams);
    },
    onParse({ setParseFn, context }) {
      const { prepared } = context.state;
      setParseFn(() => {
        if (prepared?.operation) return prepared.document.document;
        throw prepared?.errors[0];
      });
    },
    onValidate({ setResult, context }) {
      setResult(context.state.prepared?.errors ?? []);
    },
    onExecute({ args }) {
      const { prepared } = args.contextValue.state;
      return {
        onExecuteDone({ result, setResult }) {
          if (prepared === undefined || !('data' in result)) return;
          if (result.errors) prepared.isCacheable = false;
          if (prepared.parameters.extensions?.cost === true) {
            setResult({ ...result, extensions: { cost: prepared.cost } });
          }
        },
      };
    },
    onExecutionResult({ result }) {
      const errors = (result && 'errors' in result && result.errors) || [];
      for (const { extensions } of errors) extensions.code ??= 'BAD_USER_INPUT';
    },
  };
}
