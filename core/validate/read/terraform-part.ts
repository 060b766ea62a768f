/** A Terraform plan or state in a document. */

import type { Path } from './unresolved.ts';

export interface TerraformPart {
  readonly document: object;
  readonly path: Path;
}
