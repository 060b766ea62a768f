/**
 * Answers requests whose parameters are no JSON with a typed error. Yoga does so for JSON bodies alone; variables in an
 * address or a form would end as an unexpected error.
 */

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

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
            extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
          });
        }
      });
    },
  };
}
