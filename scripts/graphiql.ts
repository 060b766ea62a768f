/** Writes GraphiQL as files of the site, which the page at /graphql loads: its code, its style and its workers, compressed. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const title = 'APIM Network Atlas';

const defaultQuery = `# Facts and checks about the network of Azure API Management.
# Press Ctrl+Space for suggestions, or open the documentation on the left.

query WestEurope {
  region(name: "West Europe") {
    name
    controlPlanePrefixes
  }
  portRules(virtualNetworkType: INTERNAL, necessity: REQUIRED) {
    title
    directions
    source { name }
    destination { name }
    destinationPorts
    citations { source { title date } section }
  }
  subnetPlan(tier: PREMIUM, virtualNetworkType: INTERNAL, units: 4, prefixLength: 28) {
    addressesNeeded
    smallestPrefixLength
    remainingAddresses
    fits
  }
}
`;

const start = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (moduleId, label) => '/graphiql/' + (label === 'editorWorkerService' ? 'editor' : label) + '.worker.js',
};
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify({ title, defaultQuery })});
`;

/** Writes the files into a folder. */
export async function writeGraphiql(folder: string): Promise<void> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@graphql-yoga/render-graphiql');
  // The package exports the whole page only; its parts are in another file.
  const file = join(dirname(entry), '../esm/graphiql.js');
  const parts = await import(pathToFileURL(file).href);
  const files = {
    'graphiql.js': parts.js,
    'graphiql.css': parts.css,
    'start.js': start,
    'editor.worker.js': parts.editorWorkerService,
    'json.worker.js': parts.jsonWorker,
    'graphql.worker.js': parts.graphqlWorker,
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    if (typeof text !== 'string') throw new Error(`${file} has no part for ${name}`);
    writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text, { level: 9 }));
  }
}
