/** Puts the server, the Worker or the command, and all that it imports into a few files, with the licences of the packages in them. */

import { fileURLToPath } from 'node:url';
import { build, type InputOptions, type OutputOptions, type Plugin } from 'rolldown';
import { decodeSnapshot } from '../core/network/service-tags/snapshot.ts';
import { cloudNames } from '../data/model.ts';
import { serviceTagSnapshots } from '../data/service-tag-files/snapshots.ts';
import { licences } from './licences.ts';
import { unpackedBytes, unpackedFileName } from './unpacked-content.ts';

/** Letters beyond ASCII make a file in memory twice as large, and its loading slower; the command has a dozen of them. */
const asciiAlone: Plugin = {
  name: 'ascii-alone',
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue;
      file.code = file.code.replace(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

/** Puts the unpacked service-tag files next to the modules, and what reads them in place of the snapshots. */
const unpackedTags: Plugin = {
  name: 'unpacked-tags',
  resolveId: {
    filter: { id: /\/shipped-content\.ts$/ },
    handler: () => fileURLToPath(new URL('unpacked-content.ts', import.meta.url)),
  },
  buildStart() {
    for (const cloud of cloudNames) {
      const table = decodeSnapshot(Buffer.from(serviceTagSnapshots[cloud], 'base64'));
      this.emitFile({
        type: 'asset',
        fileName: unpackedFileName(cloud),
        source: unpackedBytes(table),
      });
    }
  },
};

async function bundle(
  entries: Readonly<Record<string, string>>,
  input: InputOptions,
  output: OutputOptions,
): Promise<void> {
  await build({
    ...input,
    plugins: [licences, ...[input.plugins ?? []].flat()],
    input: Object.fromEntries(
      Object.entries(entries).map(([name, entry]) => [
        name,
        fileURLToPath(new URL(entry, import.meta.url)),
      ]),
    ),
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    output: { ...output, cleanDir: true },
    // Above all an import that is not resolved, which would stay in the file.
    onLog(level, { message }) {
      if (level === 'warn') throw new Error(message);
    },
  });
}

/** `server.mjs`, its threads, and what it loads when it is needed; the names in traces stay those of the sources. */
export function bundleServer(directory: string): Promise<void> {
  return bundle(
    {
      server: '../api/server/index.ts',
      // The server starts it by this name, from the folder that it is in itself.
      'request-thread': '../api/server/request-thread.ts',
    },
    // The main file of jsonc-parser loads its parts in a way that no bundler can follow.
    { platform: 'node', resolve: { mainFields: ['module', 'main'] } },
    {
      dir: directory,
      // Where no package.json is above them, only this ending says that they are modules.
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name].mjs',
      // A server that runs while this is built anew may load what it needs later from the new files.
      minifyInternalExports: false,
    },
  );
}

/**
 * `apim-atlas.mjs`, the command, and what it loads: its options, then what judges, then what other commands need. A start
 * takes as long as what is loaded: few files, and little in each.
 */
export function bundleCommand(directory: string): Promise<void> {
  return bundle(
    { 'apim-atlas': '../cli/index.ts', program: '../cli/program.ts' },
    {
      platform: 'node',
      plugins: [asciiAlone, unpackedTags],
      resolve: {
        // The main file of jsonc-parser loads its parts in a way that no bundler can follow.
        mainFields: ['module', 'main'],
        // Node has this of its own; cold, the package takes twenty times as long.
        alias: { fflate: fileURLToPath(new URL('zlib-as-fflate.ts', import.meta.url)) },
      },
      // Its formatter fills tables when it is loaded; only its parser is used.
      treeshake: { moduleSideEffects: [{ test: /jsonc-parser/, sideEffects: false }] },
    },
    {
      dir: directory,
      minify: true,
      codeSplitting: {
        groups: [
          { name: 'package', test: /[\\/]package\.json$/ },
          { name: 'command-line', test: /[\\/]cli[\\/]program\.ts$/ },
          { name: 'check', test: /[\\/]cli[\\/]check[\\/]check\.ts$|[\\/]report[\\/]text\.ts$/ },
          { name: 'fix', test: /[\\/]cli[\\/]check[\\/]fix\.ts$/ },
        ],
      },
      banner: ({ name }) => (name === 'apim-atlas' ? '#!/usr/bin/env node' : ''),
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name].mjs',
    },
  );
}

/** `worker.js`, which runs without Node. */
export function bundleWorker(directory: string): Promise<void> {
  return bundle(
    { worker: '../api/worker/index.ts' },
    {
      platform: 'browser',
      resolve: { conditionNames: ['workerd', 'worker', 'browser', 'module', 'import'] },
    },
    { dir: directory, minify: true, chunkFileNames: '[name].js' },
  );
}
