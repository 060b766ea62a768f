/** Which `--var-file` to give where values files that are not read have what a deployment lacks. */

import type { MissingValue } from '../../core/validate/read/missing-value.ts';
import type { Input } from '../../core/validate/validate-input.ts';

/** One sentence, or none. */
export function valuesHints(
  missing: readonly MissingValue[],
  input: Input,
  optionPath: (path: string) => string,
): readonly string[] {
  const elsewhere = missing.filter(({ valuesFiles = [] }) => valuesFiles.length > 0);
  if (elsewhere.length === 0 || !('source' in input)) return [];
  const { entry = '', valuesFiles } = input.source;
  const read = valuesFiles ?? (/\.tfvars(\.json)?$/.test(entry) ? [entry] : []);
  const choices = [
    ...elsewhere.map(({ valuesFiles = [] }) => valuesFiles),
    ...read.map((one) => [one]),
  ];
  const options = new Set(choices.map((paths) => option(paths.map(optionPath))));
  const names = elsewhere.map(({ name }) => name).join(', ');
  return [
    `other values files have ${names}; name all files of the deployment, the last one wins: ${[...options].join(' ')}`,
  ];
}

const option = (paths: readonly string[]) => {
  const [only = '', ...more] = paths.map((path) => (/\s/.test(path) ? `'${path}'` : path));
  return `--var-file ${more.length === 0 ? only : `<${[only, ...more].join(' or ')}>`}`;
};
