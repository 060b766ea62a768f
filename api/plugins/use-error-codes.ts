/** Gives every error of a request a code and a status: parameters that are not JSON, no query, a variable of the wrong type. */

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

const code = 'BAD_USER_INPUT';

const badRequest = (message: string, code: string) =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

/** The message of a reader of JSON repeats what it read, which may be long, and somebody's network. */
function withoutBody(error: unknown): unknown {
  if (error instanceof SyntaxError) {
    return badRequest('the parameters variables and extensions must be JSON', code);
  }
  const { originalError } = (error instanceof GraphQLError ? error.extensions : {}) as {
    originalError?: Error;
  };
  if (originalError === undefined) return error;
  const [position = ''] =
    / at position \d+( \(line \d+ column \d+\))?/.exec(originalError.message) ?? [];
  return badRequest(`the body is not JSON${position}`, 'BAD_REQUEST');
}

export function useErrorCodes(): Plugin {
  return {
    onRequestParse({ requestParser, setRequestParser }) {
      if (requestParser === undefined) return;
      setRequestParser(async (request) => {
        try {
          return await requestParser(request);
        } catch (error) {
          throw withoutBody(error);
        }
      });
    },
    onParams({ params }) {
      if (typeof params !== 'object' || params === null || params.query != null) return;
      throw badRequest('the request has no query; accepted: the parameter query', 'BAD_REQUEST');
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
