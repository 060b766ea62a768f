/** The folders that are not looked into: packages, and what tools keep for themselves. */

/** Hidden caches are skipped, too, whatever their name. */
export const skippedFolders: ReadonlySet<string> = new Set([
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
  '.git',
  '.gradle',
  '.hg',
  '.history',
  '.idea',
  '.infracost',
  '.jj',
  '.m2',
  '.next',
  '.nox',
  '.npm',
  '.nuget',
  '.nuxt',
  '.nx',
  '.opencode',
  '.output',
  '.pnpm-store',
  '.rustup',
  '.serverless',
  '.svelte-kit',
  '.svn',
  '.terraform.d',
  '.tox',
  '.turbo',
  '.venv',
  '.vs',
  '.vscode',
  '.windsurf',
  '.worktrees',
  '.yarn',
  '__MACOSX',
  'bower_components',
  'node_modules',
]);

/** Other hidden folders are looked into: people deploy from .azure and .infrastructure. */
export const isSkippedFolder = (name: string): boolean =>
  skippedFolders.has(name) || /^\..*cache$/.test(name);

/** Not looked into for deployments; a module that a file names is read there, too. */
export const foreignFolders: ReadonlySet<string> = new Set(['dist', 'vendor']);

/** The names of files whose text may mark their folder. */
export const isMark = (name: string): boolean => name === 'CACHEDIR.TAG' || name === '.git';

/** Of a file in a folder: whether it marks the folder as a cache, or as another worktree of a repository; a submodule is none. */
export const marksCopy = (name: string, text: string): boolean =>
  (name === 'CACHEDIR.TAG' && text.startsWith('Signature: 8a477f597d28d172789f06886806bc55')) ||
  (name === '.git' && /\/worktrees\/[^/]+$/.test(text));
