/** Gives every error of a request a code and a status: parameters that are not JSON, no query, a variable of the wrong type. */

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

const code = 'BAD_USER_INPUT';

export function useErrorCodes(): Plugin {
  return {
    onRequestParse({ requestParser, setRequestParser }) {
      if (requestParser === undefined) return;
      setRequestParser(async (request) => {
        try {
          return await requestParser(request);
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
          throw new GraphQLError('the parameters variables and extensions must be JSON', {
            extensions: { code, http: { status: 400 } },
          });
        }
      });
    },
    onParams({ params }) {
      if (typeof params !== 'object' || params === null || params.query != null) return;
      throw new GraphQLError('the request has no query; accepted: the parameter query', {
        extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
      });
    },
    onExecutionResult({ result }) {
      const errors = result && 'errors' in result ? (result.errors ?? []) : [];
      for (const { extensions } of errors) {
        extensions.code ??= code;
        // Yoga's own, for an operationName that is no text.
        if (extensions.code === 'OPERATION_RESOLUTION_FAILURE') extensions.code = 'BAD_REQUEST';
      }
    },
  };
}
