/**
 * Gives every error of a request a code. Parameters that are no JSON end in Yoga as an unexpected error unless they
 * stand in a JSON body, and a variable of the wrong type ends as an error without a code.
 */

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

const code = 'BAD_USER_INPUT';

export function useReadableRequests(): Plugin {
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
    onExecutionResult({ result }) {
      const errors = result && 'errors' in result ? (result.errors ?? []) : [];
      for (const error of errors) error.extensions.code ??= code;
    },
  };
}
