/** The GraphQL handler behind `request/respond.ts`, which has read and checked the request already. */

import { createYoga } from 'graphql-yoga';
import { redactingLogger } from './plugins/redacting-logger.ts';
import { type ServerContext, usePrepared } from './plugins/use-prepared.ts';
import type { ApiParts } from './request/accelerator.ts';
import { schema } from './schema/index.ts';
import { newBudget } from './schema/response-budget.ts';

export function createHandler({ serviceTagFiles, log }: ApiParts) {
  return createYoga<ServerContext>({
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
    // The server has read the body; to count its bytes again takes a stream and a copy.
    maxRequestBodySize: false,
    parserAndValidationCache: false,
    plugins: [usePrepared()],
  });
}
