/** The folders that are not looked into: packages, and what tools keep for themselves. */

import { isLargeFolder, largeFolders } from './file-kinds.ts';

/** Hidden caches are skipped, too, whatever their name. */
export const skippedFolders: ReadonlySet<string> = new Set([
  ...largeFolders,
  '.angular',
  '.astro',
  '.aws-sam',
  '.cargo',
  '.claude',
  '.codex',
  '.cursor',
  '.direnv',
  '.eggs',
  '.gemini',
  '.gradle',
  '.hg',
  '.history',
  '.idea',
  '.infracost',
  '.jj',
  '.m2',
  '.nox',
  '.npm',
  '.nuget',
  '.nuxt',
  '.nx',
  '.opencode',
  '.output',
  '.rustup',
  '.serverless',
  '.svelte-kit',
  '.svn',
  '.terraform.d',
  '.tox',
  '.turbo',
  '.vs',
  '.vscode',
  '.windsurf',
  '.worktrees',
]);

/** Other hidden folders are looked into: people deploy from .azure and .infrastructure. */
export const isSkippedFolder = (name: string): boolean =>
  skippedFolders.has(name) || isLargeFolder(name);

/** Of a file in a folder: whether it marks the folder as a cache, or as another worktree of a repository; a submodule is none. */
export const marksCopy = (name: string, text: string): boolean =>
  (name === 'CACHEDIR.TAG' && text.startsWith('Signature: 8a477f597d28d172789f06886806bc55')) ||
  (name === '.git' && /\/worktrees\/[^/]+$/.test(text));
