/** The GraphQL handler: the one that the server, an edge runtime and the tests use. */

import { createYoga } from 'graphql-yoga';
import { redactingLogger } from './plugins/redacting-logger.ts';
import { useDocumentCache } from './plugins/use-document-cache.ts';
import { useErrorCodes } from './plugins/use-error-codes.ts';
import { useMediaTypeErrors } from './plugins/use-media-type-errors.ts';
import {
  type PersistedQueries,
  persistedQueries,
  usePersistedQueries,
} from './plugins/use-persisted-queries.ts';
import { useResponseHeaders } from './plugins/use-response-headers.ts';
import { type Documents, documentCache } from './request/document-cache.ts';
import type { RateLimit } from './request/rate-limit.ts';
import type { RequestState } from './request/request-state.ts';
import type { ApiContext } from './schema/builder.ts';
import { schema } from './schema/index.ts';
import { newBudget } from './schema/response-budget.ts';

/** What servers take of a body before they hand it on. */
export const maxBodyBytes = 1024 * 1024;

export interface HandlerOptions extends Pick<ApiContext, 'serviceTagFiles' | 'log'> {
  readonly documents?: Documents;
  readonly persisted?: PersistedQueries;
  /** Validations that a client may ask for; without it there is no limit. */
  readonly validations?: RateLimit | undefined;
}

export function createHandler({
  serviceTagFiles,
  log,
  documents = documentCache(),
  persisted = persistedQueries(),
  validations,
}: HandlerOptions) {
  return createYoga<{ state?: RequestState }>({
    schema,
    context: () => ({ serviceTagFiles, log, budget: newBudget() }),
    // The page is a file of the site: see server/graphiql-page.ts.
    graphiql: false,
    landingPage: false,
    maskedErrors: { isDev: false },
    logging: redactingLogger,
    cors: false,
    batching: false,
    multipart: false,
    // The server has bounded the body; to count its bytes again takes a stream and a copy.
    maxRequestBodySize: false,
    parserAndValidationCache: false,
    plugins: [
      useMediaTypeErrors(),
      useResponseHeaders(),
      usePersistedQueries(documents, persisted),
      useErrorCodes(),
      useDocumentCache(documents, validations),
    ],
  });
}
