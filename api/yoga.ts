/** The GraphQL handler behind `request/respond.ts`, which has decided on methods, media types and headers already. */

import { createYoga } from 'graphql-yoga';
import { redactingLogger } from './plugins/redacting-logger.ts';
import { useDocumentCache } from './plugins/use-document-cache.ts';
import { usePersistedQueries } from './plugins/use-persisted-queries.ts';
import type { ApiParts } from './request/accelerator.ts';
import type { RequestState } from './request/api-request.ts';
import { schema } from './schema/index.ts';
import { newBudget } from './schema/response-budget.ts';

export function createHandler(parts: ApiParts) {
  const { serviceTagFiles, log, documents, persisted, validations } = parts;
  return createYoga<{ state?: RequestState }>({
    schema,
    context: () => ({ serviceTagFiles, log, budget: newBudget() }),
    // The page is a file of the site: see request/graphiql-page.ts.
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
    plugins: [usePersistedQueries(documents, persisted), useDocumentCache(documents, validations)],
  });
}
