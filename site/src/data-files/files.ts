/** The data files of the site: the query of each, and where the rows are in its result. */

import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { execute } from '../../../api/execute.ts';
import { portRules } from '../../../data/ports/index.ts';
import {
  ChangesDocument,
  ChecksDocument,
  ConflictsDocument,
  ControlPlaneAddressesDocument,
  EditionsDocument,
  EndpointsDocument,
  FactsDocument,
  IpChangesDocument,
  PortTableDocument,
  RegionsDocument,
  ServiceTagPageDocument,
  ServiceTagsDocument,
  SourcesDocument,
  SubnetsDocument,
  TierPageDocument,
  TiersDocument,
} from '../generated/queries.ts';
import { portRulePage, regionPage } from '../queries/every-format.ts';

export type Variables = Readonly<Record<string, unknown>>;
/** A typed query whose types do not matter here. */
type Query = TypedDocumentNode<unknown, never>;

/** One table: a JSON file and a CSV file with its rows. */
export interface TableFile {
  readonly name: string;
  readonly title: string;
  readonly query: Query;
  /** Fields that lead from the result to the rows. */
  readonly path: readonly string[];
  /** The query is run once with each of these; rows that come again are left out. */
  readonly runs: readonly Variables[];
  /** Columns that have another name than in the query. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** A folder with a JSON file for each item. */
export interface ItemFiles {
  readonly folder: string;
  /** Name of the schema of all files. */
  readonly schema: string;
  readonly title: string;
  readonly query: Query;
  /** Variable of the query that takes the name of the item. */
  readonly variable: string;
  /** Names of the items, and so of the files. */
  readonly names: readonly string[];
}

const { editions } = await execute(EditionsDocument, {});
const { clouds } = await execute(RegionsDocument, {});
export const newestEdition = editions.at(-1)?.date ?? '';

function table(name: string, title: string, query: Query, ...path: string[]): TableFile {
  return { name, title, query, path, runs: [{}] };
}

function topic(name: string, title: string, value: string): TableFile {
  return { ...table(name, title, FactsDocument, 'facts'), runs: [{ topic: value }] };
}

export const tableFiles: readonly TableFile[] = [
  {
    ...table(
      'port-rules',
      'Port rules of every edition and of the v2 tiers',
      PortTableDocument,
      'portRules',
    ),
    runs: [
      ...editions.map(({ date }) => ({ edition: date })),
      { tier: 'STANDARD_V2' },
      { tier: 'PREMIUM_V2' },
    ],
    columns: { ruleId: 'id' },
  },
  table('regions', 'Regions of all clouds', RegionsDocument, 'clouds', 'regions'),
  table(
    'control-plane-addresses',
    'Documented control-plane addresses',
    ControlPlaneAddressesDocument,
    'controlPlaneAddresses',
  ),
  table('service-tags', 'Service tags', ServiceTagsDocument, 'serviceTags'),
  table('tiers', 'Tiers and their networking options', TiersDocument, 'tiers'),
  table('subnet-rules', 'Subnet rules', SubnetsDocument, 'subnetRules'),
  table('endpoints', 'Endpoints that an instance calls', EndpointsDocument, 'endpoints'),
  table(
    'ip-change-triggers',
    'Events that change IP addresses',
    IpChangesDocument,
    'ipChangeTriggers',
  ),
  topic('prerequisites', 'Prerequisites', 'PREREQUISITE'),
  topic('dns', 'Facts on name resolution', 'DNS'),
  topic('routing', 'Facts on routing', 'ROUTING'),
  topic('limitations', 'Limitations', 'LIMITATION'),
  topic('integrations', 'Integrations', 'INTEGRATION'),
  table('checks', 'Checks of validateConfig', ChecksDocument, 'checks'),
  table('changes', 'Changes from edition to edition', ChangesDocument, 'changes'),
  table('conflicts', 'Conflicts between documents', ConflictsDocument, 'conflicts'),
  table('sources', 'Documents and weekly files', SourcesDocument, 'sources'),
];

export const itemFiles: readonly ItemFiles[] = [
  {
    folder: 'regions',
    schema: 'region',
    title: 'One region, with the rules of a Premium instance in it',
    query: regionPage,
    variable: 'name',
    names: clouds.flatMap(({ regions }) => regions.map(({ name }) => name)),
  },
  {
    folder: 'port-rules',
    schema: 'port-rule',
    title: 'One port rule, as each edition states it',
    query: portRulePage,
    variable: 'id',
    names: portRules.map(({ id }) => id),
  },
];

export const dataPath = '/data/v1/';

/** Queries of pages about one row of a table. */
const rowQueries: ReadonlyMap<unknown, unknown> = new Map<unknown, unknown>([
  [ServiceTagPageDocument, ServiceTagsDocument],
  [TierPageDocument, TiersDocument],
]);

interface DataLink {
  readonly label: 'JSON' | 'CSV';
  readonly type: string;
  readonly path: string;
}

/** The data files with the content of a page: those made from the same query. */
export function dataFilesOf(query: unknown, variables: Variables): readonly DataLink[] {
  const json = (path: string): DataLink => ({ label: 'JSON', type: 'application/json', path });
  const tables = tableFiles
    .filter((file) => file.query === (rowQueries.get(query) ?? query))
    .filter(({ runs: [run = {}] }) => !('topic' in run) || run.topic === variables.topic)
    .flatMap(({ name }): DataLink[] => [
      json(`${dataPath}${name}.json`),
      { label: 'CSV', type: 'text/csv', path: `${dataPath}${name}.csv` },
    ]);
  const items = itemFiles
    .filter((files) => files.query === query)
    .map(({ folder, variable }) => json(`${dataPath}${folder}/${variables[variable]}.json`));
  return [...tables, ...items];
}
