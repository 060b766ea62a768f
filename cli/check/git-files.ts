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
    // Marks the folder as a repository, so that paths are relative to it.
    mkdirSync(join(files, '.git'), { recursive: true });
    const env = { ...process.env, GIT_INDEX_FILE: join(folder, 'index') };
    const git = (...args: readonly string[]) =>
      execute('git', ['-C', repository, ...args], { env });
    const found = await git(
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${commit}^{commit}`,
    );
    await git('read-tree', found.stdout.trim());
    await git('checkout-index', '--all', `--prefix=${files}/`);
    return await use(files);
  } catch (error) {
    throw asUsageError(error, commit, repository);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function asUsageError(error: unknown, commit: string, repository: string): unknown {
  if (!(error instanceof Error) || !('cmd' in error || 'path' in error)) return error;
  if ('code' in error && error.code === 'ENOENT') {
    return new UsageError('git is not installed, or not on the PATH; name two paths instead');
  }
  return new UsageError(
    `git cannot read ${commit} in ${repository}; name a commit, a branch or a tag of that repository`,
  );
}
