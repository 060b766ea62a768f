/** Which language a deployment is written in, by its files and the entry. */

import { InputError } from '../../../input-error.ts';
import type { ReadSource } from '../../report.ts';
import { bicepDeployments } from '../bicep/entry.ts';
import { terraformDeployments } from '../hcl/entry.ts';
import { normalizedPath, type SourceFiles } from './files.ts';

type Language = ReadSource['language'];

const isBicep = (path: string) => /\.bicep$/.test(path);
const isTerraform = (path: string) => /\.tf(\.json)?$/.test(path);

/** In a folder with both, that of the only entry with a service. */
export function languageOf(files: SourceFiles, entry: string | undefined): Language {
  const hasBicep = files.paths.some(isBicep);
  const hasTerraform = files.paths.some(isTerraform);
  if (!hasBicep && !hasTerraform) {
    throw new InputError('no file is written in Bicep or Terraform', {
      path: ['source', 'files'],
      given: files.paths.slice(0, 10).join(', ') || 'no files',
      expected: ['files that end in .bicep, .tf or .tf.json'],
    });
  }
  if (!hasTerraform) return 'Bicep';
  if (!hasBicep) return 'Terraform';
  const path = entry === undefined ? undefined : normalizedPath(entry);
  if (path !== undefined) return isOfBicep(path, files) ? 'Bicep' : 'Terraform';
  const bicep = bicepDeployments(files);
  const terraform = terraformDeployments(files);
  if (terraform.length === 0) return 'Bicep';
  if (bicep.length === 0) return 'Terraform';
  throw new InputError('several parts of the source could be deployed', {
    path: ['source', 'entry'],
    given: bicep.length + terraform.length,
    accepted: [...bicep, ...terraform.map((folder) => folder || '.')].slice(0, 20),
  });
}

/** Values files in JSON that are not of Terraform go with Bicep. */
const isOfBicep = (path: string, files: SourceFiles) =>
  /\.bicep(param)?$/.test(path) ||
  (path.endsWith('.json') && !/\.(tf|tfvars)\.json$/.test(path) && files.text(path) !== undefined);
