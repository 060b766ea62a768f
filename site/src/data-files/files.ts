/** The data files of the site: the query of each, where the rows are in its result, and the pages that link to it. */

import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { catalog, editions } from '../../../data/index.ts';
import {
  ChangeTableDocument,
  CheckTableDocument,
  CloudTableDocument,
  ConflictTableDocument,
  ControlPlaneAddressTableDocument,
  EditionTableDocument,
  EndpointTableDocument,
  IpChangeTriggerTableDocument,
  NetworkFactTableDocument,
  PortRuleFileDocument,
  PortRuleTableDocument,
  RegionFileDocument,
  RegionTableDocument,
  ServiceTagTableDocument,
  SourceTableDocument,
  SubnetRuleTableDocument,
  SymptomTableDocument,
  TierTableDocument,
} from '../generated/data-files.ts';
import { inEveryFormat } from '../lib/every-format.ts';

export type Variables = Readonly<Record<string, unknown>>;
/** A typed query whose types do not matter here. */
type Query = TypedDocumentNode<unknown, never>;

/** One table: a JSON file and a CSV file with its rows. */
export interface TableFile {
  readonly name: string;
  readonly title: string;
  readonly query: Query;
  /** Field of the result that has the rows. */
  readonly field: string;
  /** The query is run once with each of these; rows that come again are left out. */
  readonly runs: readonly Variables[];
  /** Path of the page whose content it has; it and the pages below it link to the files. */
  readonly page: string;
}

/** A folder with a JSON file for each item. */
export interface ItemFiles {
  /** Also the folder of the pages about the items. */
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

type TableOptions = Partial<Pick<TableFile, 'runs' | 'page'>>;

function table(
  name: string,
  title: string,
  query: Query,
  field: string,
  { runs = [{}], page = `/${name}/` }: TableOptions = {},
): TableFile {
  return { name, title, query, field, runs, page };
}

const topic = (name: string, title: string, value: string): TableFile =>
  table(name, title, NetworkFactTableDocument, 'facts', { runs: [{ topic: value }] });

export const tableFiles: readonly TableFile[] = [
  table(
    'port-rules',
    'Port rules of every edition and of the v2 tiers',
    PortRuleTableDocument,
    'portRules',
    {
      runs: [
        ...editions.map((edition) => ({ edition })),
        { tier: 'STANDARD_V2' },
        { tier: 'PREMIUM_V2' },
      ],
    },
  ),
  table('editions', 'Editions of the network reference', EditionTableDocument, 'editions'),
  table('clouds', 'Clouds', CloudTableDocument, 'clouds'),
  table('regions', 'Regions of all clouds', RegionTableDocument, 'regions'),
  table(
    'control-plane-addresses',
    'Documented control-plane addresses',
    ControlPlaneAddressTableDocument,
    'controlPlaneAddresses',
  ),
  table('service-tags', 'Service tags', ServiceTagTableDocument, 'serviceTags'),
  table('tiers', 'Tiers and their networking options', TierTableDocument, 'tiers'),
  table('subnet-rules', 'Subnet rules', SubnetRuleTableDocument, 'subnetRules', {
    page: '/subnets/',
  }),
  table('endpoints', 'Endpoints that an instance calls', EndpointTableDocument, 'endpoints'),
  table(
    'ip-change-triggers',
    'Events that change IP addresses',
    IpChangeTriggerTableDocument,
    'ipChangeTriggers',
    { page: '/ip-changes/' },
  ),
  table('facts', 'Facts of all topics', NetworkFactTableDocument, 'facts'),
  topic('prerequisites', 'Prerequisites', 'PREREQUISITE'),
  topic('dns', 'Facts on name resolution', 'DNS'),
  topic('routing', 'Facts on routing', 'ROUTING'),
  topic('limitations', 'Limitations', 'LIMITATION'),
  topic('integrations', 'Integrations', 'INTEGRATION'),
  table('checks', 'Checks of validateConfig', CheckTableDocument, 'checks'),
  table('symptoms', 'Symptoms and their causes', SymptomTableDocument, 'symptoms'),
  table('changes', 'Changes from edition to edition', ChangeTableDocument, 'changes'),
  table('conflicts', 'Conflicts between documents', ConflictTableDocument, 'conflicts'),
  table('sources', 'Documents and weekly files', SourceTableDocument, 'sources'),
];

export const itemFiles: readonly ItemFiles[] = [
  {
    folder: 'regions',
    schema: 'region',
    title: 'One region, with the rules of an instance in it',
    query: inEveryFormat(RegionFileDocument),
    variable: 'name',
    names: catalog.regions.map(({ name }) => name),
  },
  {
    folder: 'port-rules',
    schema: 'port-rule',
    title: 'One port rule, as each edition states it',
    query: inEveryFormat(PortRuleFileDocument),
    variable: 'id',
    names: catalog.portRules.map(({ id }) => id),
  },
];

export const dataPath = '/data/v1/';

export interface DataLink {
  readonly label: 'JSON' | 'CSV';
  readonly type: string;
  readonly path: string;
}

/** The data files with the content of a page, by its path: that of its item, or else those of its table. */
export function dataFilesOf(page: string): readonly DataLink[] {
  const json = (path: string): DataLink => ({
    label: 'JSON',
    type: 'application/json',
    path: `${dataPath}${path}.json`,
  });
  const [, folder, name = ''] = page.split('/');
  const items = itemFiles.find((files) => files.folder === folder && files.names.includes(name));
  if (items) return [json(`${items.folder}/${name}`)];
  return tableFiles
    .filter((file) => page.startsWith(file.page))
    .flatMap((file) => [
      json(file.name),
      { label: 'CSV', type: 'text/csv', path: `${dataPath}${file.name}.csv` },
    ]);
}
