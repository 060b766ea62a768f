/** Writes api/schema.graphql from the code; with --check it only tells whether the file is up to date. */

import { readFileSync, writeFileSync } from 'node:fs';
import { schema } from '../api/schema/index.ts';
import { printed } from '../api/schema/printed.ts';

export const schemaFile = new URL('../api/schema.graphql', import.meta.url);

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
