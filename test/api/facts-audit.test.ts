/** Every answer of the API says where it comes from: all citations of all objects in reach of each query, looked through. */

import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';
import { describe, expect, it, test } from 'vitest';
import { execute } from '../../api/execute.ts';
import { schema } from '../../api/schema/index.ts';
import { sourceById } from '../../data/index.ts';

type Field = GraphQLField<unknown, unknown>;

const deployment = (mode: string, subnet: string) =>
  `{ tier: PREMIUM, virtualNetworkType: ${mode}, locations: [
      { region: "westeurope", subnet: { addressPrefix: "${subnet}" } }
      { region: "northeurope" } ] }`;

/** Arguments for the queries that need some, once for each kind of answer that they give. */
const examples: Readonly<Record<string, readonly string[]>> = {
  backendAddresses: [
    'tier: PREMIUM, virtualNetworkType: INTERNAL, region: "westeurope", destination: PUBLIC',
    'tier: DEVELOPER, virtualNetworkType: EXTERNAL, region: "westeurope", destination: PEERED',
    'tier: STANDARD_V2, virtualNetworkType: EXTERNAL, region: "westeurope", destination: ON_PREMISES',
    'tier: CONSUMPTION, virtualNetworkType: NONE, region: "chinaeast2", destination: PUBLIC',
  ],
  change: ['id: "2021-08-06-storage-narrowed"'],
  cloud: ['name: CHINA'],
  conflict: ['id: "south-africa-address"'],
  controlPlaneAddressComparison: ['before: "2019-09-09", after: "2023-01-06"'],
  dnsPlan: [
    'instanceName: "contoso", privateAddress: "10.0.0.5"',
    'instanceName: "contoso", cloud: CHINA, privateAddress: "20.1.2.3"',
  ],
  edition: ['date: "2023-01-06"'],
  endpoint: ['id: "smtp-relay"'],
  fact: ['PORT_RULE, id: "storage"', 'TIER, id: "PREMIUM"', 'CHECK, id: "rule-shadowed"'].map(
    (input) => `kind: ${input}`,
  ),
  forcedTunneling: [
    'region: "westeurope", tier: PREMIUM, virtualNetworkType: EXTERNAL',
    'region: "chinaeast2", tier: DEVELOPER, virtualNetworkType: INTERNAL, platform: STV1',
    'region: "westeurope", tier: PREMIUM_V2, virtualNetworkType: INTERNAL',
  ],
  ipChangeTrigger: ['id: "instance-recreated"'],
  ipImpact: [
    `before: ${deployment('EXTERNAL', '10.0.0.0/27')}, after: ${deployment('INTERNAL', '10.1.0.0/27')}`,
    `before: ${deployment('EXTERNAL', '10.0.0.0/27')}, after: ${deployment('EXTERNAL', '10.0.0.0/27')}`,
    `before: { tier: CONSUMPTION, virtualNetworkType: NONE, locations: [{ region: "westeurope" }] },
     after: { tier: STANDARD, virtualNetworkType: NONE, locations: [{ region: "westeurope" }] }`,
  ],
  lookupAddress: [
    '51.145.179.78',
    '23.96.224.175',
    '168.63.129.16',
    '10.0.0.1',
    '203.0.113.7',
    '::1',
  ].map((address) => `address: "${address}"`),
  check: ['id: "required-flow-denied"'],
  compareConfig: [
    ['before', 'after']
      .map(
        (side) => `${side}: { config: { deployment: ${deployment('INTERNAL', '10.0.0.0/27')} } }`,
      )
      .join(),
  ],
  lookupAddresses: ['addresses: ["51.145.179.78", "10.0.0.1"]'],
  networkFact: ['id: "stv1-retired"'],
  portRule: ['id: "storage"', 'id: "v2-key-vault"'],
  region: ['name: "westeurope"'],
  requiredRules: [
    'input: { region: "westeurope", tier: PREMIUM, virtualNetworkType: EXTERNAL, includeOptional: true }',
    'input: { region: "westeurope", tier: PREMIUM_V2, virtualNetworkType: INTERNAL }',
  ],
  search: ['3443', 'storage', 'premium', 'zone', '2023', 'connection refused'].map(
    (text) => `text: "${text}"`,
  ),
  serviceTag: ['name: "Storage"'],
  source: ['id: "ip-addresses-2019-08-29"'],
  subnetRule: ['id: "subnet-minimum-size"'],
  symptom: ['id: "portal-blank"'],
  serviceTagContains: [
    'outer: "AzureCloud", inner: "Storage.WestEurope"',
    'outer: "AzureDevOps", inner: "AzureBackup"',
  ],
  tier: ['name: PREMIUM'],
  subnetPlan: ['tier: PREMIUM, virtualNetworkType: INTERNAL'],
  validateConfig: [`input: { deployment: ${deployment('INTERNAL', '10.0.0.0/29')} }`],
};

const roots = { query: schema.getQueryType(), mutation: schema.getMutationType() };
const fieldsOf = (type: GraphQLObjectType): readonly Field[] => Object.values(type.getFields());
const needsArguments = (field: Field) => field.args.some(isRequiredArgument);

const queries = Object.entries(roots).flatMap(([operation, root]) =>
  fieldsOf(root as GraphQLObjectType).flatMap((field) =>
    (examples[field.name] ?? ['']).map((input) => ({ operation, field, given: input })),
  ),
);

const maxDepth = 5;
const cited = 'citations { section verifiedOn source { id } }';

/** All objects below a type with their citations; a type is entered again below itself as its own field only, once. */
function selectionOf(type: GraphQLObjectType, path: readonly GraphQLObjectType[] = []): string {
  const selections = fieldsOf(type).flatMap((field) => {
    const part = getNamedType(field.type);
    if (field.name === 'citations') return [cited];
    if (isInterfaceType(part)) return [`${field.name} { __typename ${cited} }`];
    if (!isObjectType(part) || needsArguments(field) || part.name === 'Source') return [];
    if (path.includes(part) || path.length === maxDepth) return [];
    return [`${field.name} ${selectionOf(part, [...path, type])}`];
  });
  return `{ ${['__typename', ...selections].join(' ')} }`;
}

interface Answered {
  readonly __typename: string;
  readonly citations?: readonly {
    readonly section: string;
    readonly verifiedOn: string;
    readonly source: { readonly id: string };
  }[];
}

async function answerTo({
  operation,
  field,
  given: input,
}: (typeof queries)[number]): Promise<unknown> {
  const type = getNamedType(field.type);
  const selection = isInterfaceType(type)
    ? `{ __typename ${cited} }`
    : selectionOf(type as GraphQLObjectType);
  const source = `${operation} { answer: ${field.name}${input && `(${input})`} ${selection} }`;
  const document = parse(source) as TypedDocumentNode<{ answer: unknown }, Record<string, never>>;
  return (await execute(document, {})).answer;
}

/** Every object in an answer that has citations, by its path. */
function citedIn(value: unknown, path: string): [path: string, cited: Required<Answered>][] {
  if (typeof value !== 'object' || value === null) return [];
  return [
    ...('citations' in value ? [[path, value] as [string, Required<Answered>]] : []),
    ...Object.entries(value)
      .filter(([key]) => key !== 'citations')
      .flatMap(([key, part]) => citedIn(part, `${path}.${key}`)),
  ];
}

/** What citations point to, and what is no fact. */
const ofSources = ['about', 'edition', 'editions', 'sources'];

describe('the audit', () => {
  it('knows arguments for every query that needs some', () => {
    const unanswered = queries.filter(
      ({ field, given: input }) => input === '' && needsArguments(field),
    );
    expect(unanswered.map(({ field }) => field.name)).toEqual([]);
    const names = queries.map(({ field }) => field.name);
    expect(Object.keys(examples).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('goes into the history of a rule', () => {
    const rule = schema.getType('PortRule') as GraphQLObjectType;
    expect(selectionOf(rule)).toMatch(/history \{ __typename .*citations/);
  });

  const cases = queries.map((query) => {
    const { field, given: input } = query;
    return [`${field.name}${input && `(${input.replace(/\s+/g, ' ').slice(0, 100)})`}`, query];
  }) as [string, (typeof queries)[number]][];

  test.each(cases)('%s says where it comes from', async (_, query) => {
    const answer = await answerTo(query);
    const cited = citedIn(answer, query.field.name);

    const offenders = cited
      .filter(
        ([, { citations }]) =>
          citations.length === 0 ||
          citations.some(
            ({ section, source }) => section.trim() === '' || !sourceById.has(source.id),
          ),
      )
      .map(([path]) => path);
    expect(offenders).toEqual([]);

    if (ofSources.includes(query.field.name)) return;
    const elements = (Array.isArray(answer) ? answer : []) as Answered[];
    expect(elements.filter(({ citations }) => citations === undefined)).toEqual([]);
    expect(cited.length).toBeGreaterThan(0);
  });
});
