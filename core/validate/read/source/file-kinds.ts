/** What a file may be to a deployment, by its path; and how its bytes become text. */

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

const isNamedAsValues = (path: string) => isJson(path) && /param[^/]*$/i.test(path);

/** Values, by the name of their file, and restored modules, which a source means without naming the file. */
export const isImplied = (path: string): boolean =>
  isNamedAsValues(path) || /(?:^|\/)bicepconfig\.json$/i.test(path) || isRestored(path);

/** Of what is implied by its name: whether the text may be so; other JSON has names as values have them, too. */
export const isImpliedText = (path: string, text: string): boolean =>
  !isNamedAsValues(path) || isRestored(path) || /"parameters"\s*:/i.test(text);

/** The text of a file without the mark of its byte order; PowerShell of Windows writes UTF-16. */
export function decoded(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
