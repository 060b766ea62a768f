/** Every operation that the project documents: those of the site's pages, and the examples of the reference. */

import { readdirSync, readFileSync } from 'node:fs';
import {
  type DefinitionNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';

export interface DocumentedQuery {
  readonly name: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const network = {
  deployment: {
    tier: 'DEVELOPER',
    virtualNetworkType: 'INTERNAL',
    locations: [{ region: 'westeurope', networkSecurityGroup: { securityRules: [] } }],
  },
};

/** Values for the queries that need some, more than once where one id has several states. */
const variables: Readonly<Record<string, readonly DocumentedQuery['variables'][]>> = {
  AddressPage: [{ address: '51.145.179.78' }, { address: '10.0.0.1' }],
  EditionPair: [
    { first: '2019-09-09', second: '2023-01-06' },
    { first: '2023-01-06', second: '2026-04-30' },
  ],
  Facts: [{ topic: 'DNS' }, { topic: 'LIMITATION' }],
  IpChangePage: [{ before: network.deployment, after: { ...network.deployment, tier: 'PREMIUM' } }],
  PortRulePage: [{ id: 'storage' }, { id: 'azure-monitor' }, { id: 'v2-storage' }],
  PortTable: [{}, { edition: '2019-09-09' }, { edition: '2023-01-06' }, { tier: 'PREMIUM_V2' }],
  RegionPage: [{ name: 'westeurope' }, { name: 'chinaeast2' }],
  RequiredRulesPage: [
    { input: { region: 'westeurope', tier: 'PREMIUM', virtualNetworkType: 'INTERNAL' } },
    { input: { region: 'chinaeast2', tier: 'PREMIUM', virtualNetworkType: 'EXTERNAL' } },
  ],
  SearchPage: [{ text: 'certificate validation' }, { text: '1886' }],
  ServiceTagPage: [{ name: 'Storage' }],
  SubnetCalculatorPage: [{ tier: 'PREMIUM', virtualNetworkType: 'INTERNAL', units: 2 }],
  SubnetSizes: [{ prefixLength: 27 }],
  TierPage: [{ tier: 'PREMIUM' }],
  ValidateExample: [
    { input: network },
    { input: { deployment: { ...network.deployment, virtualNetworkType: 'EXTERNAL' } } },
  ],
};

const folder = new URL('../../site/src/', import.meta.url);
const definitionsIn = (path: string): readonly DefinitionNode[] =>
  parse(readFileSync(new URL(path, folder), 'utf8')).definitions;

const definitions = readdirSync(new URL('queries/', folder))
  .filter((name) => name.endsWith('.graphql'))
  .flatMap((name) => definitionsIn(`queries/${name}`));
const fragments = new Map(
  definitions
    .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
    .map((fragment) => [fragment.name.value, fragment]),
);

/** The fragments that a definition uses, and those that they use. */
function fragmentsOf(definition: DefinitionNode, actual = new Set<DefinitionNode>()) {
  visit(definition, {
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value);
      if (fragment === undefined || actual.has(fragment)) return;
      actual.add(fragment);
      fragmentsOf(fragment, actual);
    },
  });
  return actual;
}

const isOperation = (one: DefinitionNode): one is OperationDefinitionNode =>
  one.kind === Kind.OPERATION_DEFINITION;

function documented(operation: OperationDefinitionNode): DocumentedQuery[] {
  const name = operation.name?.value ?? '';
  const text = [operation, ...fragmentsOf(operation)].map(print).join('\n');
  return (variables[name] ?? [{}]).map((values) => ({ name, text, variables: values }));
}

export const siteQueries = definitions.filter(isOperation).flatMap(documented);
export const referenceExamples = definitionsIn('reference/examples.graphql')
  .filter(isOperation)
  .flatMap(documented);
