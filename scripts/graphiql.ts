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

/** A link shares query and variables in its fragment, which browsers do not send to the server. */
const start = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (moduleId, label) => '/graphiql/' + (label === 'editorWorkerService' ? 'editor' : label) + '.worker.js',
};

const shared = new URLSearchParams(location.hash.slice(1));
const opened = shared.has('query')
  ? { query: shared.get('query'), variables: shared.get('variables') ?? undefined }
  : {};
// The editor writes the query into the address; the fragment would go out of date.
if (shared.has('query')) history.replaceState(null, '', location.pathname);

const defaultQuery = ${JSON.stringify(defaultQuery)};
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
  title: ${JSON.stringify(title)},
  defaultQuery,
  ...opened,
});

/** GraphiQL stores its tabs, half a second after they change: the first one is what it was opened with. */
function currentTab() {
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'));
    return tabs[activeTabIndex];
  } catch {
    return { query: new URLSearchParams(location.search).get('query') ?? defaultQuery, ...opened };
  }
}

const status = document.querySelector('#share-status');
document.querySelector('#share').addEventListener('click', async () => {
  const { query, variables } = currentTab();
  const fragment = new URLSearchParams({ query: query ?? '', ...(variables?.trim() && { variables }) });
  const link = location.origin + location.pathname + '#' + fragment;
  try {
    await navigator.clipboard.writeText(link);
    status.textContent = 'Link copied. It holds the query and its variables, no headers.';
  } catch {
    location.hash = String(fragment);
    status.textContent = 'Copy the address: it holds the query and its variables.';
  }
});
`;

/** The bar above the editor, dark where GraphiQL is. */
const barStyle = `body { display: flex; flex-direction: column; height: 100vh; height: 100dvh; margin: 0; }
#root { flex: 1; min-height: 0; }
.atlas-bar { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; padding: 0.25rem 1rem; font: 14px/1.4 system-ui, sans-serif; color-scheme: light dark; background: Canvas; color: CanvasText; }
.graphiql-light .atlas-bar { color-scheme: light; }
.graphiql-dark .atlas-bar { color-scheme: dark; }
.atlas-bar a { color: LinkText; }
.atlas-bar button { font: inherit; min-height: 28px; padding: 0 0.75rem; border: 1px solid currentcolor; border-radius: 4px; background: transparent; color: inherit; cursor: pointer; }
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
    'bar.css': barStyle,
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
