/** The GraphQL handler: the one that the server, an edge runtime and the tests use. */

import { createYoga } from 'graphql-yoga';
import { discreetLogger } from './plugins/discreet-logger.ts';
import { useMediaTypeErrors } from './plugins/use-media-type-errors.ts';
import { useOpenCors } from './plugins/use-open-cors.ts';
import { usePersistedQueries } from './plugins/use-persisted-queries.ts';
import { type Asked, usePreparedQueries } from './plugins/use-prepared-queries.ts';
import { useRateLimit } from './plugins/use-rate-limit.ts';
import { useReadableRequests } from './plugins/use-readable-requests.ts';
import type { ApiContext } from './schema/builder.ts';
import { schema } from './schema/index.ts';
import { type PrepareQuery, queryPreparation } from './server/prepared-queries.ts';
import type { RateLimit } from './server/rate-limit.ts';

const defaultQuery = `# Facts and checks about the network of Azure API Management.
# Press Ctrl+Space for suggestions, or open the documentation on the left.

query WestEurope {
  region(name: "West Europe") {
    name
    controlPlanePrefixes
  }
  portRules(virtualNetworkType: INTERNAL, necessity: REQUIRED) {
    title
    directions
    source { name }
    destination { name }
    destinationPorts
    citations { source { title date } section }
  }
  subnetPlan(tier: PREMIUM, virtualNetworkType: INTERNAL, units: 4, prefixLength: 28) {
    addressesNeeded
    smallestPrefixLength
    remainingAddresses
    fits
  }
}
`;

let graphiql: Promise<string> | undefined;

/** What servers take of a body before they hand it on. */
export const maxBodyBytes = 1024 * 1024;

export interface HandlerOptions extends ApiContext {
  readonly prepare?: PrepareQuery;
  /** Validations that a client may ask for; without it as many as it likes. */
  readonly validations?: RateLimit;
}

export function createHandler({
  serviceTagFiles,
  prepare = queryPreparation(schema),
  validations,
}: HandlerOptions) {
  return createYoga<{ asked?: Asked }>({
    schema,
    context: { serviceTagFiles },
    graphiql: { title: 'APIM Network Atlas', defaultQuery },
    renderGraphiQL: (options) => {
      graphiql ??= import('@graphql-yoga/render-graphiql').then((page) =>
        page.renderGraphiQL(options),
      );
      return graphiql;
    },
    landingPage: false,
    maskedErrors: { isDev: false },
    logging: discreetLogger,
    cors: false,
    batching: false,
    multipart: false,
    // Whoever hands a body on has bounded it; to count its bytes again takes a stream and a copy.
    maxRequestBodySize: false,
    parserAndValidationCache: false,
    plugins: [
      useMediaTypeErrors(),
      useOpenCors(),
      useReadableRequests(),
      ...(validations ? [useRateLimit(validations)] : []),
      usePersistedQueries(prepare),
      usePreparedQueries(prepare),
    ],
  });
}
