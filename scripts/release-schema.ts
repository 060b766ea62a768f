/** `npm run release:schema`: stores the schema of the version in package.json as the one that later changes are compared with. */

import { writeFileSync } from 'node:fs';
import { schema } from '../api/schema/index.ts';
import { printed } from '../api/schema/printed.ts';
import manifest from '../package.json' with { type: 'json' };

const stored = new URL('../test/api/last-version.graphql', import.meta.url);
const [, ...lines] = printed(schema).split('\n');
const first = `# The schema of version ${manifest.version}. \`npm run release:schema\` stores that of the next one.`;

writeFileSync(stored, [first, ...lines].join('\n'));
