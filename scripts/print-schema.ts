/** Writes api/schema.graphql from the code; with --check it only tells whether the file is up to date. */

import { readFileSync, writeFileSync } from 'node:fs';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../api/schema/index.ts';

const header = '# Generated from api/schema by `npm run codegen`; do not edit.\n\n';

export const schemaFile = new URL('../api/schema.graphql', import.meta.url);

export function printed(source: GraphQLSchema): string {
  return `${header}${printSchema(lexicographicSortSchema(source))}\n`;
}

function readSchemaFile(): string {
  try {
    return readFileSync(schemaFile, 'utf8');
  } catch {
    return '';
  }
}

if (import.meta.main) {
  const text = printed(schema);
  if (!process.argv.includes('--check')) {
    writeFileSync(schemaFile, text);
  } else if (readSchemaFile() !== text) {
    console.error('api/schema.graphql is not up to date; run `npm run codegen`.');
    process.exitCode = 1;
  }
}
