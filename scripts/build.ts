/**
 * `npm run build` and its like: builds the parts that are named; with `--stale`, as before `npm start`, those of them
 * that are missing or older than what they are built from; with `--check`, as before `npm run serve`, it builds nothing
 * and fails where one is missing.
 */

import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export interface Part {
  /** The file that is read of it first. */
  readonly entry: string;
  /** An empty file whose time is when the build began, and which is there only where that ended well. */
  readonly mark: string;
  /** Files and directories that it is built from. */
  readonly sources: readonly string[];
  build(): Promise<void>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...names: readonly string[]) => names.map((name) => join(root, name));
const code = inRoot('api', 'core', 'data', 'LICENSE', 'package.json', 'package-lock.json');
const bundled = [
  ...code,
  ...inRoot('scripts/bundle.ts', 'scripts/licences.ts', 'scripts/unpacked-content.ts'),
];

export const parts = {
  server: {
    entry: join(root, 'dist/server/server.mjs'),
    mark: join(root, 'dist/server.built'),
    sources: bundled,
    async build() {
      const { bundleServer } = await import('./bundle.ts');
      await bundleServer(dirname(this.entry));
    },
  },
  site: {
    entry: join(root, 'site/dist/index.html'),
    mark: join(root, 'dist/site.built'),
    sources: [
      ...code,
      ...inRoot(
        'bench/results.json',
        'site/astro.config.ts',
        'site/ec.config.mjs',
        'site/public',
        'site/src',
      ),
    ],
    async build() {
      const { buildSite } = await import('./site-build.ts');
      await buildSite();
    },
  },
  worker: {
    entry: join(root, 'dist/worker/worker.js'),
    mark: join(root, 'dist/worker.built'),
    sources: bundled,
    async build() {
      const { bundleWorker } = await import('./bundle.ts');
      await bundleWorker(dirname(this.entry));
    },
  },
  command: {
    entry: join(root, 'dist/cli/apim-atlas.mjs'),
    mark: join(root, 'dist/command.built'),
    sources: [...bundled, ...inRoot('cli')],
    async build() {
      const { bundleCommand } = await import('./bundle.ts');
      await bundleCommand(dirname(this.entry));
    },
  },
  package: {
    entry: join(root, 'dist/package/package.json'),
    mark: join(root, 'dist/package.built'),
    sources: [...bundled, ...inRoot('cli', 'scripts/package', 'CHANGELOG.md')],
    async build() {
      const { buildPackage } = await import('./package/build.ts');
      await buildPackage(dirname(this.entry));
    },
  },
} satisfies Record<string, Part>;

/** Time of the newest change of a file or below a directory, in milliseconds; a directory changes with its names. */
function newestChange(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const below = readdirSync(path).map((name) => newestChange(join(path, name)));
  return Math.max(stats.mtimeMs, ...below);
}

/** Whether the last build ended well, what it made is still there, and nothing has changed since it began. */
export function isFresh({ entry, mark, sources }: Part): boolean {
  if (!existsSync(entry) || !existsSync(mark)) return false;
  const builtAt = statSync(mark).mtimeMs;
  return sources.every((path) => newestChange(path) < builtAt);
}

export async function build(part: Part): Promise<void> {
  const began = new Date();
  rmSync(part.mark, { force: true });
  await part.build();
  mkdirSync(dirname(part.mark), { recursive: true });
  writeFileSync(part.mark, '');
  utimesSync(part.mark, began, began);
}

function reasonOf(error: NodeJS.ErrnoException): string {
  const isMissing = error.code === 'MODULE_NOT_FOUND' || error.code === 'ERR_MODULE_NOT_FOUND';
  return isMissing ? 'a package that builds it is not installed; run `npm ci`' : error.message;
}

interface Choice {
  readonly stale: boolean;
  readonly check: boolean;
}

async function buildNamed(names: readonly string[], { stale, check }: Choice): Promise<void> {
  for (const name of names) {
    const part: Part | undefined = parts[name as keyof typeof parts];
    if (part === undefined) {
      throw new Error(`there is no part "${name}"; accepted: ${Object.keys(parts).join(', ')}`);
    }
    if (check && !existsSync(part.entry)) {
      throw new Error(`the ${name} is not built; run \`npm run build\``);
    }
    if (check || (stale && isFresh(part))) continue;
    console.log(`building the ${name}`);
    await build(part).catch((error) => {
      throw new Error(`${reasonOf(error)}\nthe ${name} could not be built`);
    });
  }
}

if (import.meta.main) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      stale: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  try {
    await buildNamed(positionals, values);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
