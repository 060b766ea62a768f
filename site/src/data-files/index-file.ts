/** The list of all data files, itself a JSON file: what is in each, its schema, and how fresh it is. */

import { addressLists } from './address-lists.ts';
import { type Head, headOf, itemContent, schemaOf, tableContent } from './envelope.ts';
import { itemFiles, tableFiles } from './files.ts';
import { type JsonSchema, listOf, objectOf } from './json-schema.ts';

interface Entry extends Pick<Head, 'edition' | 'lastVerifiedOn'> {
  readonly path: string;
  readonly title: string;
  readonly mediaType: 'application/json' | 'text/csv';
  readonly schema: string;
  readonly rows: number | null;
}

async function tableEntries(): Promise<readonly Entry[]> {
  const entries = tableFiles.map(async (file): Promise<readonly Entry[]> => {
    const { name, title } = file;
    const { rows, edition, lastVerifiedOn } = await tableContent(file);
    const entry = { title, schema: `schema/${name}.json`, rows: rows.length };
    const fresh = { edition, lastVerifiedOn };
    return [
      { path: `${name}.json`, mediaType: 'application/json', ...entry, ...fresh },
      { path: `${name}.csv`, mediaType: 'text/csv', ...entry, ...fresh },
    ];
  });
  return (await Promise.all(entries)).flat();
}

async function itemEntries(): Promise<readonly Entry[]> {
  const entries = itemFiles.flatMap((files) =>
    files.names.map(async (name): Promise<Entry> => {
      const { edition, lastVerifiedOn } = await itemContent(files, name);
      return {
        path: `${files.folder}/${name}.json`,
        mediaType: 'application/json',
        title: files.title,
        schema: `schema/${files.schema}.json`,
        rows: null,
        edition,
        lastVerifiedOn,
      };
    }),
  );
  return Promise.all(entries);
}

/** A plain-text list, which has no schema. */
interface ListEntry {
  readonly path: string;
  readonly title: string;
  readonly mediaType: 'text/plain';
  readonly rows: number;
}

const listEntries: readonly ListEntry[] = addressLists.map(({ path, region, prefixes }) => ({
  path,
  title: `Control-plane addresses of ${region.displayName}, IPv4`,
  mediaType: 'text/plain',
  rows: prefixes.length,
}));

type IndexContent = Head & {
  readonly files: readonly Entry[];
  readonly lists: readonly ListEntry[];
};

/** The content of index.json. */
export async function indexContent(): Promise<IndexContent> {
  const files = [...(await tableEntries()), ...(await itemEntries())];
  const newest =
    files
      .map(({ lastVerifiedOn }) => lastVerifiedOn)
      .sort()
      .at(-1) ?? '';
  return { ...headOf('schema/index.json', newest), files, lists: listEntries };
}

const date = { type: 'string', format: 'date' } as const;

const entryProperties: Record<keyof Entry, JsonSchema> = {
  path: { type: 'string', description: 'Where the file is, from the folder of this one.' },
  title: { type: 'string', description: 'What the rows are, or what the item is.' },
  mediaType: {
    type: 'string',
    description: 'application/json, or text/csv for the same rows without the envelope.',
  },
  schema: {
    type: 'string',
    description:
      'Where the JSON Schema of the file is, from the folder of this one; of a CSV file, that of the JSON file with its rows.',
  },
  rows: {
    anyOf: [{ type: 'integer' }, { type: 'null' }],
    description: 'Number of rows; null for a file about one item.',
  },
  edition: { ...date, description: 'Newest edition of the network reference in the data.' },
  lastVerifiedOn: {
    ...date,
    description: 'Day of the newest comparison of one of the facts in the file with its source.',
  },
};

const listProperties: Record<keyof ListEntry, JsonSchema> = {
  path: { type: 'string', description: 'Where the list is, from the folder of this one.' },
  title: { type: 'string', description: 'What is in its lines.' },
  mediaType: { type: 'string', description: 'text/plain' },
  rows: { type: 'integer', description: 'Number of lines.' },
};

/** The schema of index.json. */
export const indexSchema = (site: URL | undefined) =>
  schemaOf(
    'index',
    'All data files',
    { files: listOf(objectOf(entryProperties)), lists: listOf(objectOf(listProperties)) },
    site,
  );
