/** Builds the npm package: modules with their types, the command in few files, and a manifest of its own. */

import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
      './schema.graphql': './api/schema.graphql',
      './package.json': './package.json',
    },
    dependencies: Object.fromEntries(dependencies.map((name) => [name, own.dependencies[name]])),
  };
}

export async function buildPackage(directory: string): Promise<void> {
  rmSync(directory, { recursive: true, force: true });
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(
    process.execPath,
    [tsc, '-p', join(root, 'scripts/package'), '--outDir', directory],
    {
      stdio: 'inherit',
    },
  );
  const { io, program } = typesOfCommand(directory);
  await bundleCommand(join(directory, 'cli'));
  writeFileSync(join(directory, 'cli/io.d.ts'), io);
  writeFileSync(join(directory, 'cli/program.d.ts'), program);
  for (const name of ['LICENSE', 'CHANGELOG.md', 'api/schema.graphql']) {
    cpSync(join(root, name), join(directory, name));
  }
  cpSync(join(root, 'scripts/package/README.md'), join(directory, 'README.md'));
  writeFileSync(join(directory, 'package.json'), `${JSON.stringify(manifest(), undefined, 2)}\n`);
}

/** The types that `/cli` publishes; the bundle of the command replaces all other files of that folder. */
function typesOfCommand(directory: string) {
  const read = (name: string) => readFileSync(join(directory, 'cli', name), 'utf8');
  return { io: read('io.d.ts'), program: read('program.d.ts') };
}
