/** Saves texts and reports as files, without sending them anywhere. */

import type { Result } from '../tasks.ts';

const kinds: Readonly<
  Record<string, { readonly type: string; readonly of: (result: Result<'validate'>) => string }>
> = {
  json: { type: 'application/json', of: ({ report }) => json(report) },
  sarif: { type: 'application/json', of: ({ sarif }) => json(sarif) },
  md: { type: 'text/markdown', of: ({ markdown }) => markdown },
  svg: { type: 'image/svg+xml', of: ({ picture }) => picture },
};

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

export function download(kind: string, result: Result<'validate'>): void {
  const { type, of } = kinds[kind] ?? {};
  if (!type || !of) throw new Error(`a report has no form "${kind}"`);
  saveAs(`apim-network.${kind}`, of(result), type);
}

/** Saves a text as a file. */
export function saveAs(name: string, text: string, type = 'text/plain'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
