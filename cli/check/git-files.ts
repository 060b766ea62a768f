/** The files of a commit, written into a folder for as long as they are needed. */

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from '../io.ts';

const execute = promisify(execFile);

/**
 * Calls `use` with a folder that holds the files of the commit. Nothing in the repository changes, its index included.
 * Throws UsageError where git does not know the commit.
 */
export async function withFilesOf<T>(
  commit: string,
  repository: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'apim-atlas-'));
  const files = join(folder, 'files');
  try {
    await checkOut(commit, repository, { files, index: join(folder, 'index') });
    return await use(files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkOut(
  commit: string,
  repository: string,
  { files, index }: { readonly files: string; readonly index: string },
): Promise<void> {
  // Marks the folder as a repository, so that paths are relative to it.
  mkdirSync(join(files, '.git'), { recursive: true });
  const env = { ...process.env, GIT_INDEX_FILE: index };
  const git = (...args: readonly string[]) => execute('git', ['-C', repository, ...args], { env });
  try {
    const named = `${commit}^{commit}`;
    const { stdout } = await git('rev-parse', '--verify', '--quiet', '--end-of-options', named);
    await git('read-tree', stdout.trim());
    await git('checkout-index', '--all', `--prefix=${files}/`);
  } catch (error) {
    throw Object(error).code === 'ENOENT'
      ? new UsageError('git is not installed, or not on the PATH; name two paths instead')
      : new UsageError(
          `git cannot read ${commit} in ${repository}; name a commit, a branch or a tag of that repository`,
        );
  }
}
