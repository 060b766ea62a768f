/** The GraphQL handler: the one that the server, an edge runtime and the tests use. */

import { createYoga } from 'graphql-yoga';
import { catalog } from '../data/index.ts';
import type { ApiContext } from './builder.ts';
import { changesBetween } from './knowledge/changes.ts';
import { printedControlPlaneAddresses } from './knowledge/control-plane.ts';
import { discreetLogger } from './plugins/discreet-logger.ts';
import { useCompression } from './plugins/use-compression.ts';
import { useQueryLimits } from './plugins/use-query-limits.ts';
import { useReadableRequests } from './plugins/use-readable-requests.ts';
import { schema } from './schema/index.ts';
import { checks } from './validate/checks/index.ts';

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

/** Lengths of the longer lists, and fields that compute: what a query is counted by. */
const listSizes = {
  'AddressComparison.added': printedControlPlaneAddresses.length,
  'AddressComparison.kept': printedControlPlaneAddresses.length,
  'AddressComparison.removed': printedControlPlaneAddresses.length,
  'AddressLookup.citations': 15,
  'Cloud.regions': catalog.regions.length,
  'ConfigReport.findings': 30,
  'ConfigReport.flows': 60,
  'FlowResult.trace': 30,
  'ForcedTunneling.citations': 40,
  'ForcedTunneling.endpoints': catalog.endpoints.length,
  'ForcedTunneling.notes': 10,
  'ForcedTunneling.routes': 20,
  'IpImpact.citations': 15,
  'LocationRules.securityRules': catalog.portRules.length,
  'Query.changes': changesBetween().length,
  'Query.checks': checks.length,
  'Query.conflicts': catalog.conflicts.length,
  'Query.controlPlaneAddresses': printedControlPlaneAddresses.length,
  'Query.endpoints': catalog.endpoints.length,
  'Query.facts': catalog.limitations.length,
  'Query.portRules': catalog.portRules.length,
  'Query.regions': catalog.regions.length,
  'Query.search': 20,
  'Query.serviceTags': catalog.serviceTags.length,
  'Query.sources': catalog.sources.length,
  'Query.subnetRules': catalog.subnetRules.length,
  'ServiceTag.portRules': catalog.portRules.length,
};
const weights = {
  'ConfigReport.remediation': 1000,
  'ConfigReport.sarif': 1000,
  'ForcedTunneling.render': 1000,
  'Mutation.validateConfig': 50_000,
  'Query.backendAddresses': 1000,
  'Query.forcedTunneling': 1000,
  'Query.ipImpact': 2000,
  'Query.lookupAddress': 2000,
  'Query.requiredRules': 1000,
  'Query.search': 4000,
  'RequiredRules.render': 1000,
};

let graphiql: Promise<string> | undefined;

export function createHandler({ serviceTagFiles }: ApiContext) {
  return createYoga({
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
    cors: { origin: '*', methods: ['GET', 'POST'], credentials: false, maxAge: 86_400 },
    batching: false,
    multipart: false,
    maxRequestBodySize: 1024 * 1024,
    // A query may hold somebody's configuration as literals: nothing of it is kept.
    parserAndValidationCache: false,
    plugins: [useReadableRequests(), useQueryLimits({ listSizes, weights }), useCompression()],
  });
}
