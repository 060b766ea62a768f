/**
 * `npm run release:schema`: stores the schema of the version in package.json as the one that later changes are compared
 * with, and what it changes, with today's date, in the history that /reference/changes/ shows.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import history from '../api/releases/history.json' with { type: 'json' };
import { type SchemaRelease, schemaChanges, withRelease } from '../api/releases/schema-changes.ts';
import { schema } from '../api/schema/index.ts';
import { printed } from '../api/schema/printed.ts';
import manifest from '../package.json' with { type: 'json' };

const folder = new URL('../api/releases/', import.meta.url);
const stored = new URL('last-version.graphql', folder);
const current = printed(schema);
const [, ...lines] = current.split('\n');
const first = `# The schema of version ${manifest.version}. \`npm run release:schema\` stores that of the next one.`;

const release = {
  version: manifest.version,
  date: new Date().toISOString().slice(0, 10),
  changes: await schemaChanges(readFileSync(stored, 'utf8'), current),
};
const releases = withRelease(history as readonly SchemaRelease[], release);
writeFileSync(new URL('history.json', folder), `${JSON.stringify(releases, null, 2)}\n`);
writeFileSync(stored, [first, ...lines].join('\n'));
