/** The envelope around the facts in a JSON file: their version and when they were checked. */

import { execute } from '../../../api/execute.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { type ItemFiles, newestEdition, type TableFile, type Variables } from './files.ts';
import { type JsonSchema, objectOf, resultSchema, rowSchema } from './json-schema.ts';

/** Also part of the addresses of the files. An incompatible change gets a new number. */
const schemaVersion = 1;

type Row = Readonly<Record<string, unknown>>;

interface Envelope {
  readonly $schema: string;
  readonly schemaVersion: number;
  readonly version: string;
  readonly edition: string;
  readonly lastVerifiedOn: string;
  readonly query: string;
}

function queryName({ query }: TableFile | ItemFiles): string {
  const names = query.definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition' ? (definition.name?.value ?? []) : [],
  );
  return names.join();
}

function envelope(file: TableFile | ItemFiles, schema: string, results: unknown): Envelope {
  const days = JSON.stringify(results).matchAll(/"verifiedOn":"([\d-]+)"/g);
  const lastVerifiedOn = [...days]
    .map(([, day]) => day ?? '')
    .sort()
    .at(-1);
  if (lastVerifiedOn === undefined) throw new Error(`${queryName(file)} asks for no citations`);
  return {
    $schema: schema,
    schemaVersion,
    version: manifest.version,
    edition: newestEdition,
    lastVerifiedOn,
    query: queryName(file),
  };
}

/** The rows at the end of fields that lead to them through objects and lists. */
function rowsAt(value: unknown, path: readonly string[]): readonly Row[] {
  if (Array.isArray(value)) return value.flatMap((entry) => rowsAt(entry, path));
  const [field, ...rest] = path;
  return field === undefined ? [value as Row] : rowsAt((value as Row)[field], rest);
}

/** The object with the names of the columns instead of those of the query. */
function withColumns<Value>(
  row: Readonly<Record<string, Value>>,
  { columns = {} }: TableFile,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [columns[name] ?? name, value]),
  );
}

/** The rows, each once: a rule of two tiers comes with both. */
function rowsOf(file: TableFile, results: unknown): readonly Row[] {
  const rows = rowsAt(results, file.path).map((row) => withColumns(row, file));
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** Schema of a row. */
export function columnsOf(file: TableFile): JsonSchema {
  const { properties = {} } = rowSchema(file.query, file.path);
  return objectOf(withColumns(properties, file));
}

/** The content of a table's JSON file. */
export async function tableContent(
  file: TableFile,
): Promise<Envelope & { readonly rows: readonly Row[] }> {
  const results = await Promise.all(file.runs.map((run) => execute(file.query, run as never)));
  return {
    ...envelope(file, `schema/${file.name}.json`, results),
    rows: rowsOf(file, results),
  };
}

/** The content of the JSON file about one thing. */
export async function itemContent(
  files: ItemFiles,
  variables: Variables,
): Promise<Envelope & { readonly data: unknown }> {
  const data = await execute(files.query, variables as never);
  return { ...envelope(files, `../schema/${files.schema}.json`, data), data };
}

/** The schema of a JSON file: the envelope, and in it what the query gives. */
export function fileSchema(file: TableFile | ItemFiles) {
  const content: Record<string, JsonSchema> =
    'path' in file
      ? { rows: { type: 'array', items: columnsOf(file) } }
      : { data: resultSchema(file.query) };
  const properties: Record<keyof Envelope, JsonSchema> & Record<string, JsonSchema> = {
    $schema: { type: 'string', description: 'Where this schema is, from the file.' },
    schemaVersion: { const: schemaVersion, description: 'Version of the shape of the files.' },
    version: { type: 'string', description: 'Version of APIM Network Atlas.' },
    edition: {
      type: 'string',
      format: 'date',
      description: 'Newest edition of the network reference in the data.',
    },
    lastVerifiedOn: {
      type: 'string',
      format: 'date',
      description: 'Day of the newest comparison of one of the facts with its source.',
    },
    query: { const: queryName(file), description: 'Name of the query that gives the content.' },
    ...content,
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: file.title,
    ...objectOf(properties),
  };
}
