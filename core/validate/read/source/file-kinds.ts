/** What a file may be to a deployment, by its path; and how its bytes become text. */

/** Packages, and what tools keep for themselves: copies of what is elsewhere, or no source. */
export const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  '__MACOSX',
  '.angular',
  '.astro',
  '.aws-sam',
  '.cache',
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
  '.mypy_cache',
  '.next',
  '.nox',
  '.npm',
  '.nuget',
  '.nuxt',
  '.nx',
  '.opencode',
  '.output',
  '.parcel-cache',
  '.pnpm-store',
  '.pytest_cache',
  '.ruff_cache',
  '.rustup',
  '.serverless',
  '.svelte-kit',
  '.svn',
  '.terraform.d',
  '.terragrunt-cache',
  '.tox',
  '.turbo',
  '.venv',
  '.vs',
  '.vscode',
  '.windsurf',
  '.worktrees',
  '.yarn',
]);

/** Other hidden folders are looked into: people deploy from .azure and .infrastructure. */
export const isSkippedFolder = (name: string): boolean => skippedFolders.has(name);

/** Of a file in a folder: whether it marks the folder as a cache, or as another worktree of a repository; a submodule is none. */
export const marksCopy = (name: string, text: string): boolean =>
  (name === 'CACHEDIR.TAG' && text.startsWith('Signature: 8a477f597d28d172789f06886806bc55')) ||
  (name === '.git' && /\/worktrees\/[^/]+$/.test(text));

export const isSource = (path: string): boolean =>
  /\.(?:bicep|bicepparam|tf|tf\.json|tfvars|tfvars\.json)$/i.test(path);

/** Files that describe a deployment; values files alone do not. */
export const isCode = (path: string): boolean => /\.(?:bicep|tf|tf\.json)$/i.test(path);

export const isJson = (path: string): boolean => /\.jsonc?$/i.test(path) && !isSource(path);
export const isZip = (path: string): boolean => /\.zip$/i.test(path);

/** Other kinds of files that a source loads. */
const content = /\.(?:xml|ya?ml|csv|txt|tpl|tftpl|html|policy)$/i;
export const isText = (path: string): boolean =>
  isSource(path) || isJson(path) || content.test(path);

/** Modules of registries that a tool has restored. */
export const isRestored = (path: string): boolean =>
  /(?:^|\/)\.terraform\/modules\/modules\.json$|(?:^|\/)br\/.*\/main\.json$/i.test(path);

/** Values, by the name of their file, and restored modules, which a source means without naming the file. */
export const isImplied = (path: string): boolean =>
  isJson(path) && (/param[^/]*$|(?:^|\/)bicepconfig\.json$/i.test(path) || isRestored(path));

/** The text of a file without the mark of its byte order; PowerShell of Windows writes UTF-16. */
export function decoded(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
