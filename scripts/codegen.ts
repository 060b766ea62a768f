/**
 * Writes the types and documents of the site's queries and of the published client from the printed schema; with `--check`
 * it only tells which files are not up to date.
 */

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildASTSchema, parse } from 'graphql';
import * as clientOperations from './codegen-operations.ts';
import { schemaFile } from './print-schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const config = {
  useTypeImports: true,
  enumsAsTypes: true,
  strictScalars: true,
  scalars: { Date: 'string', JSON: 'unknown' },
};

const files = [
  {
    filename: 'site/src/generated/queries.ts',
    source: 'site/src/queries',
    documents: 'site/src/queries/*.graphql',
    print: { typedDocumentNode },
  },
  {
    filename: 'site/src/generated/data-files.ts',
    source: 'site/src/data-files/queries',
    documents: 'site/src/data-files/queries/*.graphql',
    print: { typedDocumentNode },
  },
  {
    filename: 'api/client/generated/operations.ts',
    source: 'api/client/operations.graphql',
    documents: 'api/client/operations.graphql',
    print: { clientOperations },
  },
];

const schema = parse(readFileSync(schemaFile, 'utf8'));
const schemaAst = buildASTSchema(schema);

async function generate({ filename, source, documents, print }: (typeof files)[number]) {
  const pluginMap = { typescriptOperations, ...print };
  const generated = await codegen({
    filename,
    schema,
    schemaAst,
    config,
    documents: globSync(documents, { cwd: root })
      .sort()
      .map((location) => ({ location, document: parse(readFileSync(root + location, 'utf8')) })),
    plugins: Object.keys(pluginMap).map((name) => ({ [name]: {} })),
    pluginMap,
  });
  return `// Generated from ${source} by \`npm run codegen\`; do not edit.\n${generated}`;
}

for (const file of files) {
  const path = root + file.filename;
  const text = await generate(file);
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
  } else if (readFileSync(path, 'utf8') !== text) {
    console.error(`${file.filename} is not up to date; run \`npm run codegen\`.`);
    process.exitCode = 1;
  }
}
