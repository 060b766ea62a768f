/** The data files as an API: an OpenAPI 3.1 document of their addresses and schemas. */

import manifest from '../../../package.json' with { type: 'json' };
import { addressLists } from './address-lists.ts';
import { fileSchema } from './envelope.ts';
import { dataPath, type ItemFiles, itemFiles, type TableFile, tableFiles } from './files.ts';
import { indexSchema } from './index-file.ts';

const found = (description: string, content: object) => ({
  responses: {
    200: { description, content },
    304: { description: 'Not changed since the entity tag of the request.' },
  },
});

const json = (schema: string) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${pascal(schema)}` } },
});

/** The schema of a file as a part of the document, without an address of its own. */
function component({ $id: _, $schema: __, ...schema }: ReturnType<typeof fileSchema>) {
  return schema;
}

const pascal = (name: string) =>
  name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());

const tablePaths = ({ name, title }: TableFile) => [
  [
    `/${name}.json`,
    {
      get: {
        operationId: `get${pascal(name)}`,
        summary: title,
        tags: ['Tables'],
        ...found(title, json(name)),
      },
    },
  ],
  [
    `/${name}.csv`,
    {
      get: {
        operationId: `get${pascal(name)}Csv`,
        summary: `${title}, as CSV`,
        tags: ['Tables'],
        ...found(title, { 'text/csv': { schema: { type: 'string' } } }),
      },
    },
  ],
];

const parameter = (name: string, description: string, names: readonly string[]) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', enum: names },
});

const itemPath = ({ folder, schema, title, variable, names }: ItemFiles) => [
  `/${folder}/{${variable}}.json`,
  {
    get: {
      operationId: `get${pascal(schema)}`,
      summary: title,
      tags: ['Items'],
      parameters: [parameter(variable, `One of ${folder}.`, names)],
      ...found(title, json(schema)),
    },
  },
];

/** The document; its server is the folder of the data files, relative to the document where the site has no address. */
export function openApi(site: URL | undefined) {
  const regions = addressLists.map(({ region }) => region.name);
  return {
    openapi: '3.1.1',
    info: {
      title: 'APIM Network Atlas: data files',
      summary: 'The network requirements of Azure API Management as static files.',
      description:
        'Columns, values and files are added at any time; the version in the address changes when the files become incompatible.',
      version: manifest.version,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: site ? new URL(dataPath, site).href.replace(/\/$/, '') : '.' }],
    tags: [
      { name: 'Tables', description: 'Facts of one kind, all rows.' },
      { name: 'Items', description: 'All about one region or one port rule.' },
      { name: 'Lists', description: 'Addresses as plain text, for firewalls.' },
    ],
    security: [],
    paths: Object.fromEntries([
      [
        '/index.json',
        {
          get: {
            operationId: 'getIndex',
            summary: 'All data files',
            tags: ['Tables'],
            ...found('The list of the files.', json('index')),
          },
        },
      ],
      ...tableFiles.flatMap(tablePaths),
      ...itemFiles.map(itemPath),
      [
        '/regions/{name}/control-plane.txt',
        {
          get: {
            operationId: 'getControlPlaneAddresses',
            summary: 'Control-plane addresses of a region, one IPv4 prefix a line',
            tags: ['Lists'],
            parameters: [parameter('name', 'A region with known addresses.', regions)],
            ...found('The prefixes.', {
              'text/plain': { schema: { type: 'string', examples: ['51.145.179.78/32\n'] } },
            }),
          },
        },
      ],
    ]),
    components: {
      schemas: Object.fromEntries([
        ['Index', component(indexSchema(site))],
        ...tableFiles.map((file) => [pascal(file.name), component(fileSchema(file, site))]),
        ...itemFiles.map((file) => [pascal(file.schema), component(fileSchema(file, site))]),
      ]),
    },
  };
}
