/** Builds the npm package: modules with their types, the command in few files, and a manifest of its own. */

import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { dataDocument } from '../../core/answers/data-document.ts';
import { bundleCommand } from '../bundle.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the modules of core/ import; the command is bundled with its packages. */
const dependencies = [
  'fastest-levenshtein',
  'fflate',
  'jsonc-parser',
  'minisearch',
  'zod',
] as const;

const entry = (path: string) => ({ types: `./${path}.d.ts`, default: `./${path}.js` });

const dataTypes = `import type { DataDocument } from './core/index.js';

declare const data: DataDocument;
export default data;
`;

/** Its `main` is left out: what does not read `exports` is older than the Node that it needs. */
function manifest() {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    name: own.name,
    version: own.version,
    description: own.description,
    license: own.license,
    keywords: ['azure', 'api-management', 'network', 'nsg', 'bicep', 'terraform', 'sarif'],
    type: 'module',
    engines: { node: '>=22.12' },
    sideEffects: false,
    bin: { 'apim-atlas': 'cli/apim-atlas.mjs', 'apim-network-atlas': 'cli/apim-atlas.mjs' },
    exports: {
      './data': entry('data/index'),
      './core': entry('core/index'),
      './client': entry('api/client/index'),
      './cli': { types: './cli/program.d.ts', default: './cli/program.mjs' },
      './data.json': { types: './data.json.d.ts', default: './data.json' },
      './data.schema.json': './data.schema.json',
      './schema.graphql': './api/schema.graphql',
      './package.json': './package.json',
    },
    dependencies: Object.fromEntries(dependencies.map((name) => [name, own.dependencies[name]])),
  };
}

export async function buildPackage(directory: string): Promise<void> {
  rmSync(directory, { recursive: true, force: true });
  const tsc = join(root, 'node_modules/@typescript/native/bin/tsc');
  // `npm run typecheck` checks the types; here they are only written.
  const options = ['--noCheck', '--outDir', directory];
  execFileSync(process.execPath, [tsc, '-p', join(root, 'scripts/package'), ...options], {
    stdio: 'inherit',
  });
  await bundleCommand(join(directory, 'cli'));
  for (const name of ['io', 'program']) {
    writeFileSync(join(directory, `cli/${name}.d.ts`), typesOf(`cli/${name}.ts`));
  }
  for (const name of ['LICENSE', 'CHANGELOG.md', 'api/schema.graphql']) {
    cpSync(join(root, name), join(directory, name));
  }
  writeFileSync(join(directory, 'data.json'), `${JSON.stringify(dataDocument())}\n`);
  writeFileSync(join(directory, 'data.json.d.ts'), dataTypes);
  const schema = readFileSync(join(root, 'core/answers/data-document.schema.json'));
  writeFileSync(join(directory, 'data.schema.json'), schema);
  cpSync(join(root, 'scripts/package/README.md'), join(directory, 'README.md'));
  writeFileSync(join(directory, 'package.json'), `${JSON.stringify(manifest(), undefined, 2)}\n`);
}

/** The types of one file, without what it imports: the command is bundled, so only its entry has types. */
function typesOf(name: string): string {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(
    readFileSync(join(root, name), 'utf8'),
    {
      fileName: name,
      reportDiagnostics: true,
      compilerOptions: { declaration: true, isolatedDeclarations: true },
    },
  );
  const [problem] = diagnostics;
  if (problem === undefined) return outputText;
  throw new Error(`${name}: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`);
}
