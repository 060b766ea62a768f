/** Judges again when a file below the paths changes, until the command is ended. */

import { statSync, watch } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Io } from '../io.ts';

/** What packages, version control and Terraform write there. */
const ignored = /(?:^|[\\/])(?:node_modules|\.git|\.terraform)(?:[\\/]|$)/;
const pauseMilliseconds = 100;

/** `own` are files that a run itself writes; without passing over them it would go on for ever. */
export function watchPaths(
  paths: readonly string[],
  own: readonly string[],
  io: Io,
  judge: () => Promise<unknown>,
): Promise<never> {
  const passed = new Set(own.map((path) => resolve(io.cwd, path)));
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      await judge();
      io.err('watching for changes; Ctrl+C ends it\n');
    }, pauseMilliseconds);
  };
  for (const path of paths) {
    const root = resolve(io.cwd, path);
    // Editors save by renaming a new file to the old name, so its folder is what stays.
    const isFile = statSync(root).isFile();
    const folder = isFile ? dirname(root) : root;
    watch(folder, { recursive: !isFile }, (_, name) => {
      const changed = name === null ? root : resolve(folder, name);
      if (isFile && changed !== root) return;
      if (!ignored.test(name ?? '') && !passed.has(changed)) again();
    });
  }
  again();
  return new Promise(() => {});
}
