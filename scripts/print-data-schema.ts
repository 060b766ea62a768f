/**
 * Writes core/answers/data-document.schema.json, the JSON Schema of the package's data.json, from the types of the
 * facts; with --check it only tells whether the file is up to date. The schema is open: what a later version adds satisfies it.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const root = fileURLToPath(new URL('..', import.meta.url));
const schemaFile = join(root, 'core/answers/data-document.schema.json');

function schemaText(): string {
  const { $schema, ...schema } = createGenerator({
    path: join(root, 'core/answers/data-document.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    type: 'DataDocument',
    topRef: false,
    additionalProperties: true,
    // `npm run typecheck` does that.
    skipTypeCheck: true,
  }).createSchema('DataDocument');
  return `${JSON.stringify({ $schema, title: 'Facts of APIM Network Atlas', ...schema }, undefined, 2)}\n`;
}

const text = schemaText();
if (!process.argv.includes('--check')) {
  writeFileSync(schemaFile, text);
} else if (readFileSync(schemaFile, 'utf8') !== text) {
  console.error('core/answers/data-document.schema.json is not up to date; run `npm run codegen`.');
  process.exitCode = 1;
}
