/** A parameter or variable without a value that the verdict would need. */

import type { SourceLocation } from './source/location.ts';

export interface MissingValue {
  readonly name: string;
  /** JSON pointer to its declaration in the input. */
  readonly pointer: string;
  /** Where a source file declares it; undefined for other inputs. */
  readonly sourceLocation?: SourceLocation;
  /** Of Terraform: values files that have one and that do not count. */
  readonly valuesFiles?: readonly string[];
}
