/** The envelope around the facts in a JSON file: their version, when they were checked, and the sources that they cite. */

import { execute } from '../../../api/execute.ts';
import { newestEdition } from '../../../data/index.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { SourceTableDocument } from '../generated/data-files.ts';
import { dataPath, type ItemFiles, type TableFile, type Variables } from './files.ts';
import {
  fragmentSchema,
  type JsonSchema,
  listOf,
  objectOf,
  resultSchema,
  rowSchema,
} from './json-schema.ts';

/** Also part of the addresses of the files. An incompatible change gets a new number. */
const schemaVersion = 1;

type Row = Readonly<Record<string, unknown>>;

/** What each file says of itself. */
export interface Head {
  readonly $schema: string;
  readonly schemaVersion: number;
  readonly version: string;
  readonly edition: string;
  readonly lastVerifiedOn: string;
}

interface Envelope extends Head {
  readonly sources: readonly Row[];
}

export function headOf(schema: string, lastVerifiedOn: string): Head {
  return {
    $schema: schema,
    schemaVersion,
    version: manifest.version,
    edition: newestEdition,
    lastVerifiedOn,
  };
}

/** The sources by id; the citations of a file have ids alone. */
const sourcesById = new Map(
  (await execute(SourceTableDocument, {})).sources.map(({ citations: _, ...source }) => [
    source.id,
    source,
  ]),
);

interface Cited {
  readonly verifiedOn: string;
  readonly source: { readonly id: string };
}

const isCitation = (value: object): value is Cited => 'verifiedOn' in value && 'source' in value;

/** The citations at any depth of a result. */
function citationsIn(value: unknown): readonly Cited[] {
  if (typeof value !== 'object' || value === null) return [];
  return isCitation(value) ? [value] : Object.values(value).flatMap(citationsIn);
}

function envelope(schema: string, results: unknown): Envelope {
  const citations = citationsIn(results);
  const lastVerifiedOn = citations
    .map(({ verifiedOn }) => verifiedOn)
    .sort()
    .at(-1);
  if (lastVerifiedOn === undefined) throw new Error(`a file of ${schema} has no citations`);
  const cited = new Set(citations.map(({ source }) => source.id));
  return {
    ...headOf(schema, lastVerifiedOn),
    sources: [...sourcesById.values()].filter(({ id }) => cited.has(id)),
  };
}

/** Schema of a row. */
export function columnsOf(file: TableFile): JsonSchema {
  return rowSchema(file.query, file.field);
}

const contents = new Map<string, Promise<unknown>>();

/** The file of this name, made once in a build: the index reads it again. */
function once<Content>(name: string, make: () => Promise<Content>): Promise<Content> {
  const made = contents.get(name) ?? make();
  contents.set(name, made);
  return made as Promise<Content>;
}

/** The content of a table's JSON file. Each row is there once: a rule of two tiers comes with both. */
export function tableContent(
  file: TableFile,
): Promise<Envelope & { readonly rows: readonly Row[] }> {
  return once(file.name, async () => {
    const results = await Promise.all(file.runs.map((run) => execute(file.query, run as never)));
    const rows = results.flatMap((result) => (result as Record<string, Row[]>)[file.field] ?? []);
    return {
      ...envelope(`schema/${file.name}.json`, rows),
      rows: [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()],
    };
  });
}

/** The content of the JSON file about one item. */
export function itemContent(
  files: ItemFiles,
  name: string,
): Promise<Envelope & { readonly data: unknown }> {
  return once(`${files.folder}/${name}`, async () => {
    const variables: Variables = { [files.variable]: name };
    const data = await execute(files.query, variables as never);
    return { ...envelope(`../schema/${files.schema}.json`, data), data };
  });
}

const date = { type: 'string', format: 'date' } as const;

const headProperties: Record<keyof Head, JsonSchema> = {
  $schema: { type: 'string', description: 'Where this schema is, from the file.' },
  schemaVersion: { const: schemaVersion, description: 'Version of the shape of the files.' },
  version: { type: 'string', description: 'Version of APIM Network Atlas.' },
  edition: { ...date, description: 'Newest edition of the network reference in the data.' },
  lastVerifiedOn: {
    ...date,
    description: 'Day of the newest comparison of one of the facts with its source.',
  },
};

/**
 * The schema of a JSON file by its name, with an address below that of the site, or from the root of a site without one.
 * It is open at every level: what a later version adds satisfies it.
 */
export function schemaOf(
  name: string,
  title: string,
  content: Readonly<Record<string, JsonSchema>>,
  site: URL | undefined,
) {
  const path = `${dataPath}schema/${name}.json`;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: site ? new URL(path, site).href : path,
    title,
    ...objectOf({ ...headProperties, ...content }),
  };
}

const sources: JsonSchema = {
  ...listOf(fragmentSchema(SourceTableDocument, 'SourceColumns')),
  description: 'The documents and weekly files that citations name by their ids.',
};

/** The schema of a table or of the files of a folder. */
export function fileSchema(file: TableFile | ItemFiles, site: URL | undefined) {
  return 'field' in file
    ? schemaOf(file.name, file.title, { sources, rows: listOf(columnsOf(file)) }, site)
    : schemaOf(file.schema, file.title, { sources, data: resultSchema(file.query) }, site);
}
