/**
 * Gives every error of a request a code. Parameters that are no JSON end in Yoga as an unexpected error unless they
 * stand in a JSON body, and a variable of the wrong type ends as an error without a code. A body that is read already
 * is not read again.
 */

import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Asked } from './use-prepared-queries.ts';

const code = 'BAD_USER_INPUT';

export function useReadableRequests(): Plugin<object, { asked?: Asked }> {
  return {
    onRequestParse({ requestParser, setRequestParser, serverContext: { asked } }) {
      if (requestParser === undefined) return;
      const { parameters } = asked ?? {};
      setRequestParser(async (request) => {
        // Yoga's type leaves out the nulls that JSON may hold.
        if (parameters !== undefined) return parameters as GraphQLParams;
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
